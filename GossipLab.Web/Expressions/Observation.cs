namespace GossipLab.Web.Expressions;

/// <summary>Something an expression can ask of a run.</summary>
/// <param name="Name">The word written in expressions.</param>
/// <param name="Parameters">What it is asked with, in order; none for a plain word.</param>
/// <param name="Gives">What it answers.</param>
/// <param name="Meaning">What it is, its unit, and what it is before anything happened.</param>
/// <param name="Read">Reads it.</param>
public sealed record Observation(
    string Name, IReadOnlyList<ObservationParameter> Parameters, ExpressionType Gives, string Meaning,
    ObservationReader Read)
{
    /// <summary>How it is written: name and parameters.</summary>
    public string Signature => Parameters.Count == 0 ? Name
        : $"{Name}({string.Join(", ", Parameters.Select(parameter => parameter.Name))})";
}

/// <summary>What an observation is asked with.</summary>
/// <param name="Name">Its name, for documentation.</param>
/// <param name="Type">Its type.</param>
/// <param name="Choices">The only texts it can be; empty for any.</param>
public sealed record ObservationParameter(string Name, ExpressionType Type, IReadOnlyList<string> Choices);

/// <summary>Reads an observation from a run.</summary>
/// <param name="run">The run, where it stands.</param>
/// <param name="given">One term for each parameter.</param>
public delegate Term ObservationReader(RunObservations run, ReadOnlySpan<Term> given);
