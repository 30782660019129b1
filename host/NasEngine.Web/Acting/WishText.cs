using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Web.Acting;

/// <summary>Wishes in words. Pure: tested as text.</summary>
internal static class WishText
{
    /// <summary>What makes sense in a state, the most likely first.</summary>
    public static IReadOnlyList<Wish> Of(string state) => state switch
    {
        "running" => [Wish.Pause, Wish.Stop, Wish.Swap, Wish.Note],
        "paused" => [Wish.Resume, Wish.Stop, Wish.Swap, Wish.Note],
        "completed" => [Wish.Export, Wish.Retrain, Wish.Raise, Wish.Note],
        _ => [Wish.Resume, Wish.Raise, Wish.Note],
    };

    /// <summary>What makes sense on a page.</summary>
    /// <param name="state">The state of the search.</param>
    /// <param name="trial">The trial that the page is of; null for another page.</param>
    /// <param name="rank">The winner that the page is of; null for another page.</param>
    /// <param name="isDerived">
    /// Whether the program made the search of another one: it goes on by the command that made it, which writes down what came of it.
    /// </param>
    /// <param name="isTrained">Whether the search says how winners are trained.</param>
    /// <param name="isTold">Whether it is told what its trials measure: it goes on when somebody asks for one.</param>
    public static IReadOnlyList<Wish> Of(string state, long? trial, long? rank, bool isDerived, bool isTrained, bool isTold = false)
    {
        IReadOnlyList<Wish> all = trial is not null ? [Wish.Note, Wish.Export, Wish.Retrain]
            : rank is not null ? [Wish.Export, Wish.Retrain]
            : Of(state);
        return
        [
            .. all
                .Where(wish => wish != Wish.Retrain || (isTrained && !isDerived))
                .Where(wish => wish != Wish.Export || isTrained || trial is not null)
                .Where(wish => !isTold || wish != Wish.Resume || state == "failed")
                .Where(wish => !isDerived || wish is not (Wish.Resume or Wish.Raise) || state == "paused"),
        ];
    }

    /// <summary>What stands on the button.</summary>
    public static string Name(Wish wish) => wish switch
    {
        Wish.Pause => "Pause",
        Wish.Resume => "Resume",
        Wish.Stop => "Stop",
        Wish.Swap => "Swap plugin",
        Wish.Note => "Add note",
        Wish.Export => "Export model",
        Wish.Retrain => "Train again",
        _ => "Raise budget",
    };

    /// <summary>What is asked before it is done.</summary>
    public static string Question(Wish wish, string search) => wish switch
    {
        Wish.Pause => $"Pause “{search}”?",
        Wish.Resume => $"Go on with “{search}”?",
        Wish.Stop => $"Stop “{search}”?",
        Wish.Swap => $"Swap a plugin of “{search}”?",
        Wish.Note => $"Write something down of “{search}”?",
        Wish.Export => $"Write a model of “{search}”?",
        Wish.Retrain => $"Train a network of “{search}” again?",
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
        Wish.Swap =>
            "It goes over to the files that the plugin has now: what is in flight is finished, the strategy's state goes over, and the "
            + "journal takes note. If anything fails, the old version goes on.",
        Wish.Note => "The note is in the search's journal and log, and cannot be taken back.",
        Wish.Export =>
            "It is an ONNX model with its weights, checked in ONNX Runtime against the network that it is of. Of a trial there are weights "
            + "only where it was trained again or its network was kept.",
        Wish.Retrain =>
            "It is trained from scratch by the recipe of the search's winners, in a process of its own on this machine, and its weights "
            + "are kept. That is a search of its own: it can be stopped and resumed, and asked again it is there at once.",
        Wish.Resume when state == "paused" => "It begins new trials from now on.",
        Wish.Resume => "It goes on from its last checkpoint, in a process of its own on this machine.",
        _ => "It goes on with the new limits in a process of its own, also when it was done. Limits stay once they are raised.",
    };

    /// <summary>The command that does the same.</summary>
    public static string Command(Wish wish, string search, WishDetails details) => wish switch
    {
        Wish.Swap => $"nas plugins swap {details.Text}",
        Wish.Note => string.Create(
            CultureInfo.InvariantCulture,
            $"nas note {search} {Quoted(details.Text)}{(details.Trial is { } of ? $" --trial {of}" : "")}"),
        Wish.Export => $"nas export {search} --to FILE.onnx{string.Concat(Which(details).Select(word => $" {word}"))}",
        Wish.Retrain => string.Concat(Training(details).Select(word => $" {word}").Prepend($"nas retrain {search}")),
        Wish.Pause => $"nas pause {search}",
        Wish.Stop => $"nas stop {search}",
        _ => string.Concat(details.Budget.Select(limit => $" --budget {limit}").Prepend($"nas resume {search}")),
    };

    /// <summary>A text as a shell takes it for one word.</summary>
    private static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>Which network 'nas export' is told to take.</summary>
    public static IReadOnlyList<string> Which(WishDetails details) => details switch
    {
        { Trial: { } number } => ["--trial", number.ToString(CultureInfo.InvariantCulture)],
        { Rank: > 0 } => ["--runner-up", details.Rank.ToString(CultureInfo.InvariantCulture)],
        _ => [],
    };

    /// <summary>What 'nas retrain' is told to train, and for how long.</summary>
    public static IReadOnlyList<string> Training(WishDetails details) =>
        [.. Which(details), .. details.Text.Length > 0 ? new[] { $"--epochs={details.Text}" } : []];

    /// <summary>The limits of a budget, to be typed anew.</summary>
    public static IReadOnlyList<TypedLimit> Limits(Budget budget) =>
    [
        .. Limit("trials", budget.Trials), .. Limit("steps", budget.Steps), .. Limit("epochs", budget.Epochs),
        .. Limit("virtualSeconds", budget.VirtualSeconds), .. Limit("time", budget.Time?.TotalMinutes, "m"),
    ];

    private static IEnumerable<TypedLimit> Limit(string name, double? value, string unit = "") =>
        value is { } known ? [new TypedLimit(name, known.ToString("0.####", CultureInfo.InvariantCulture) + unit)] : [];
}
