using NasEngine.Contracts;

namespace NasEngine.Host.Output;

/// <summary>Which machines do what, in words.</summary>
internal static class PlacesText
{
    /// <summary>Work that a recipe may name machines for.</summary>
    public static IReadOnlyList<MachineWork> Kinds { get; } =
        [MachineWork.Trials, MachineWork.Steps, MachineWork.Finals, MachineWork.Latency];

    /// <summary>What has tags, in the words of a recipe, with them.</summary>
    public static IEnumerable<(string Word, MachineTags Tags)> Of(WorkPlaces places) =>
        Kinds.Select(work => (Word(work), places.Of(work))).Where(one => !one.Item2.IsNone);

    /// <summary>In a line; null where any machine will do.</summary>
    public static string? Line(WorkPlaces places) =>
        places == WorkPlaces.Anywhere ? null : string.Join("; ", Of(places).Select(one => $"{one.Word} on {one.Tags}"));

    /// <summary>Work of a kind in the words of a recipe.</summary>
    public static string Word(MachineWork work) => work.ToString().ToLowerInvariant();

    /// <summary>Work of a kind in the plural.</summary>
    public static string Plural(MachineWork work) => work switch
    {
        MachineWork.Inputs => "workers",
        MachineWork.Finals => "winners",
        MachineWork.Latency => "measurements of latency",
        _ => Word(work),
    };
}
