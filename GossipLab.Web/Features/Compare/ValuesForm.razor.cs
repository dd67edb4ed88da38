using GossipLab.Core.Experiments;
using GossipLab.Core.Simulation;
using GossipLab.Web.Words;
using Microsoft.AspNetCore.Components;

namespace GossipLab.Web.Features.Compare;

/// <summary>Any run with two values of one parameter.</summary>
public sealed partial class ValuesForm
{
    private string _scenario = "hello";
    private SweepParameter _parameter = SweepParameter.FanOut;
    private int _first = 1;
    private int _second = 3;
    private string? _fault;

    /// <summary>A pair was put together.</summary>
    [Parameter]
    public EventCallback<ComparePair> PairChosen { get; set; }

    private static IEnumerable<LibraryScenario> Runs =>
        ScenarioLibrary.All.Where(entry => entry.Scenario.Nodes <= ComparePair.MostNodes);

    private Task SubmitAsync()
    {
        var axis = new SweepAxis(_parameter, [Math.Min(_first, _second), Math.Max(_first, _second)]);
        _fault = axis.FindFault() ?? FaultOf(axis);
        return _fault is null && ScenarioLibrary.Find(_scenario) is { } run
            ? PairChosen.InvokeAsync(ComparePair.OfValues(run.Scenario, axis)) : Task.CompletedTask;
    }

    private string? FaultOf(SweepAxis axis) =>
        _parameter == SweepParameter.Nodes && axis.Values[1] > ComparePair.MostNodes
            ? UiText.Compare.TooMany(ComparePair.MostNodes)
        : ScenarioLibrary.Find(_scenario) is not { } run ? null
        : axis.Values.Index().Select(value => ScenarioFaults.In(axis.Apply(run.Scenario, value.Index)))
            .FirstOrDefault(faults => faults.Count > 0)?[0].ToString();
}
