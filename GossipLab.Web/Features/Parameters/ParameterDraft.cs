using GossipLab.Core.Simulation;

namespace GossipLab.Web.Features.Parameters;

/// <summary>
/// What stands in the panel: the run's settings, those changed so far, and what was typed that cannot be used.
/// </summary>
public sealed class ParameterDraft
{
    private static readonly Scenario Usual = new();

    private readonly Dictionary<string, string> _typed = [];
    private Dictionary<string, string> _faults = [];

    /// <summary>Begins with a run as it is.</summary>
    public ParameterDraft(Scenario running)
    {
        Running = running;
        Edited = running;
    }

    /// <summary>The run on screen.</summary>
    public Scenario Running { get; }

    /// <summary>The run as it would be with everything that can be used.</summary>
    public Scenario Edited { get; private set; }

    /// <summary>The settings that mean anything in it.</summary>
    public IEnumerable<ParameterField> Fields => ParameterCatalog.All.Where(setting => setting.Applies(Edited));

    /// <summary>What is wrong with the settings together and belongs to no field; null where nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>Whether everything can be used.</summary>
    public bool IsSound => Fault is null && _faults.Count == 0 && _typed.Count == 0;

    /// <summary>How many settings differ from the run on screen.</summary>
    public int Changes => ParameterCatalog.All.Count(IsChanged);

    /// <summary>What stands in a field.</summary>
    public string TextOf(ParameterField field) => _typed.GetValueOrDefault(field.Id) ?? field.Read(Edited);

    /// <summary>What is wrong with a field, or null.</summary>
    public string? FaultOf(ParameterField field) =>
        _typed.ContainsKey(field.Id) ? field.Range : _faults.GetValueOrDefault(field.Id);

    /// <summary>Whether a field differs from the run on screen.</summary>
    public bool IsChanged(ParameterField field) => TextOf(field) != field.Read(Running);

    /// <summary>Whether a field differs from what is usual.</summary>
    public bool IsUnusual(ParameterField field) => TextOf(field) != field.Read(Usual);

    /// <summary>What a field usually is, as people read it.</summary>
    public static string UsualOf(ParameterField field) => field is ChoiceField choice
        ? choice.Options.First(option => option.Value == choice.Read(Usual)).Text
        : $"{field.Read(Usual)} {field.Unit}".Trim();

    /// <summary>Puts something into a field.</summary>
    public void Type(ParameterField field, string text)
    {
        if (field.TryWrite(Edited, text) is { } changed)
        {
            _typed.Remove(field.Id);
            Use(changed);
        }
        else
        {
            _typed[field.Id] = text;
        }
    }

    /// <summary>Takes over the settings of a preset; what was typed and cannot be used is forgotten.</summary>
    public void Take(Func<Scenario, Scenario> preset)
    {
        _typed.Clear();
        Use(preset(Edited));
    }

    private void Use(Scenario changed)
    {
        Edited = changed;
        Fault = null;
        _faults = [];
        foreach (var fault in ScenarioFaults.In(changed))
        {
            var field = ParameterCatalog.All.FirstOrDefault(
                each => each.Path.Length > 0 && fault.Path.StartsWith(each.Path, StringComparison.Ordinal));
            if (field is null)
            {
                Fault ??= $"{fault.Path}: {fault.Problem}";
            }
            else
            {
                _faults.TryAdd(field.Id, fault.Problem);
            }
        }
    }
}
