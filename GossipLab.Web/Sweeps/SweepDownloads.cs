using GossipLab.Core.Experiments;
using GossipLab.Web.Words;

namespace GossipLab.Web.Sweeps;

/// <summary>The files of a sweep.</summary>
internal static class SweepDownloads
{
    /// <summary>Gives a file by the sweep's id and the file's ending; no sweep is begun by it.</summary>
    public static IResult Get(string id, string ending, SweepDesk desk)
    {
        if (desk.Find(id) is not { } run)
        {
            return Results.NotFound();
        }

        var (text, type) = run.Runner.Read(ledger => ending switch
        {
            "csv" => (SweepText.Csv(ledger), "text/csv"),
            "json" => (SweepText.Json(ledger), "application/json"),
            "gossipsweep.json" => (SweepJson.Write(ledger.Plan), "application/json"),
            "svg" => (Draw(ledger), "image/svg+xml"),
            _ => ("", ""),
        });
        return type.Length == 0
            ? Results.NotFound()
            : Results.File(System.Text.Encoding.UTF8.GetBytes(text), type, $"sweep-{id}.{ending}");
    }

    private static string Draw(SweepLedger ledger) =>
        new SweepDrawing(SweepPicture.Of(ledger), _ => null, null).Write(
            UiText.Sweep.MetricName(ledger.Plan.Metric), SweepJson.Write(ledger.Plan));
}
