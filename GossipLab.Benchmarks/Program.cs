using GossipLab.Benchmarks;

return CommandLine.Run(args);
