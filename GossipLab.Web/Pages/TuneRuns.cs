using System.Globalization;
using System.Text;
using GossipLab.Core.Primitives;
using GossipLab.Web.Features.Scenarios;
using GossipLab.Web.Labs;
using GossipLab.Web.Tuning;
using GossipLab.Web.Words;

namespace GossipLab.Web.Pages;

/// <summary>What leads from a search to other places: each figure to its run, the whole to a table.</summary>
internal static class TuneRuns
{
    // What is asked about has not happened yet when the lab opens.
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(2);

    /// <summary>Leads to the lab with a run, shortly before its crash or its first false death.</summary>
    public static IResult Open(
        string id, int candidate, int run, TuningDesk desk, LabDirectory labs)
    {
        if (desk.Find(id)?.Runner is not { } runner || candidate < 0 || run < 0 || run >= runner.Plan.Runs
            || runner.Read(ledger => candidate < ledger.Candidates.Count) is false)
        {
            return Results.NotFound();
        }

        var (options, finding) = runner.Read(ledger => (ledger.Candidates[candidate].Options, ledger.Find(candidate)));
        var scenario = runner.Plan.ScenarioOf(options, run);
        var crash = runner.Plan.CountedFrom(options);
        var standAt = (finding?.WorstRun == run && finding.WorstAt is { } death ? death : crash) - Before;
        if (LabLinkWriter.Share(scenario, Instant.Zero + standAt) is { } link)
        {
            return Results.Redirect(link);
        }

        try
        {
            // Too long for a link: the lab is opened here, and found by its id.
            var lab = labs.Open(scenario, new LabStart { StandAt = Instant.Zero + standAt });
            return Results.Redirect(string.Create(CultureInfo.InvariantCulture, $"{PageRoutes.Lab}?lab={lab.Id}"));
        }
        catch (LabLimitException limit)
        {
            return Results.Text(limit.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Gives a search as a table.</summary>
    public static IResult GetTable(string id, TuningDesk desk) => desk.Find(id) is { } search
        ? Results.File(Encoding.UTF8.GetBytes(search.Runner.Read(TuningText.Csv)), "text/csv", $"tune-{id}.csv")
        : Results.NotFound();
}
