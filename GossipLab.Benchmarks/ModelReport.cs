using System.Globalization;
using GossipLab.Core.Experiments.Models;

namespace GossipLab.Benchmarks;

/// <summary>Prints how far off each model is.</summary>
internal static class ModelReport
{
    public static void Print()
    {
        Console.WriteLine("model | run | expected | measured | off | runs");
        foreach (var check in ModelChecks.All.Select(measure => measure()))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{check.Model} | {check.Case} | {check.Expected:0.###} {check.Unit} | {check.Measured:0.###} | "
                + $"{check.Error:+0.0 %;-0.0 %;0 %} | {check.Runs:N0}"));
        }
    }
}
