using System.Globalization;
using System.Text.Json;
using NasEngine.Contracts;
using NasEngine.Host.Output;

namespace NasEngine.Host.Asking;

/// <summary>A trial that is handed out, for people and machines. Pure: tested as text.</summary>
internal static class AskedTrial
{
    /// <summary>The lines: number and architecture, then a line per decision.</summary>
    public static IEnumerable<string> Lines(Candidate candidate, ISearchSpace space)
    {
        var trial = (Trial)candidate.Work;
        yield return string.Create(CultureInfo.InvariantCulture, $"trial {candidate.Number}: {space.Format(trial.Architecture)}");
        foreach (var (name, choice) in Decisions(trial.Architecture, space))
        {
            yield return $"  {name} = {choice}";
        }
    }

    /// <summary>
    /// Its members: number, architecture with id and decisions by name, and where the strategy says them epochs and inherited weights.
    /// </summary>
    public static void Write(Utf8JsonWriter json, Candidate candidate, ISearchSpace space)
    {
        var trial = (Trial)candidate.Work;
        json.WriteNumber("number", candidate.Number);
        json.WriteString("architecture", space.Format(trial.Architecture));
        json.WriteString("id", trial.Architecture.Id);
        json.WriteStartObject("decisions");
        foreach (var (name, choice) in Decisions(trial.Architecture, space))
        {
            json.WriteString(name, choice);
        }

        json.WriteEndObject();
        if (trial.Fidelity.Epochs is { } epochs)
        {
            json.WriteNumber("epochs", epochs);
        }

        if (trial.Weights is InheritedWeights inherited)
        {
            json.WriteNumber("weights_of_trial", inherited.Candidate);
        }
    }

    /// <summary>Decisions that are active, with what is chosen.</summary>
    private static IEnumerable<(string Name, string Choice)> Decisions(Architecture architecture, ISearchSpace space) =>
        space.Decisions.Decisions.Zip(architecture.Values)
            .Where(pair => pair.Second != Architecture.Inactive)
            .Select(pair => (TextColumns.Clean(pair.First.Name), pair.First.Choices[pair.Second]));
}
