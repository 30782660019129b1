using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Web.Acting;

/// <summary>Wishes in words. Pure: tested as text.</summary>
internal static class WishText
{
    /// <summary>What makes sense in a state, the most likely first.</summary>
    public static IReadOnlyList<Wish> Of(string state) => state switch
    {
        "running" => [Wish.Pause, Wish.Stop],
        "paused" => [Wish.Resume, Wish.Stop],
        "completed" => [Wish.Raise],
        _ => [Wish.Resume, Wish.Raise],
    };

    /// <summary>What stands on the button.</summary>
    public static string Name(Wish wish) => wish switch
    {
        Wish.Pause => "Pause",
        Wish.Resume => "Resume",
        Wish.Stop => "Stop",
        _ => "Raise budget",
    };

    /// <summary>What is asked before it is done.</summary>
    public static string Question(Wish wish, string search) => wish switch
    {
        Wish.Pause => $"Pause “{search}”?",
        Wish.Resume => $"Go on with “{search}”?",
        Wish.Stop => $"Stop “{search}”?",
        _ => $"Give “{search}” more to spend?",
    };

    /// <summary>What that means.</summary>
    public static string Meaning(Wish wish, string state) => wish switch
    {
        Wish.Pause =>
            "It begins nothing new until it is resumed; what is in flight is finished. Its process stays, and its wall time stands still.",
        Wish.Stop =>
            "It ends at its next safe point, as Ctrl-C in its terminal does, and its process with it. Nothing finished is lost, and it can "
            + "be resumed.",
        Wish.Resume when state == "paused" => "It begins new trials from now on.",
        Wish.Resume => "It goes on from its last checkpoint, in a process of its own on this machine.",
        _ => "It goes on with the new limits in a process of its own, also when it was done. Limits stay once they are raised.",
    };

    /// <summary>The command that does the same.</summary>
    public static string Command(Wish wish, string search, IEnumerable<string> budget) => wish switch
    {
        Wish.Pause => $"nas pause {search}",
        Wish.Stop => $"nas stop {search}",
        _ => string.Concat(budget.Select(limit => $" --budget {limit}").Prepend($"nas resume {search}")),
    };

    /// <summary>The limits of a budget, to be typed anew.</summary>
    public static IReadOnlyList<TypedLimit> Limits(Budget budget) =>
    [
        .. Limit("trials", budget.Trials), .. Limit("steps", budget.Steps), .. Limit("epochs", budget.Epochs),
        .. Limit("virtualSeconds", budget.VirtualSeconds), .. Limit("time", budget.Time?.TotalMinutes, "m"),
    ];

    private static IEnumerable<TypedLimit> Limit(string name, double? value, string unit = "") =>
        value is { } known ? [new TypedLimit(name, known.ToString("0.####", CultureInfo.InvariantCulture) + unit)] : [];
}
