using NasEngine.Contracts;

namespace NasEngine.Strategies.Portfolio;

/// <summary>What is taken from an earlier search.</summary>
internal enum WarmStartWith
{
    /// <summary>The state that its strategy saved last: a controller, a surrogate, a population.</summary>
    State,

    /// <summary>Its trials, which the strategy learns of as if another one had proposed them.</summary>
    Trials,

    /// <summary>Its winners, which are proposed first.</summary>
    Winners,
}

/// <summary>Options of a warm start.</summary>
/// <param name="From">Name of the earlier search.</param>
/// <param name="With">What is taken from it.</param>
internal sealed record WarmStartOptions(string From, WarmStartWith With)
{
    private static readonly string[] Words = ["state", "trials", "winners"];

    /// <summary>Reads them.</summary>
    public static WarmStartOptions Read(OptionReader options) => new(
        options.Text("from", "", "Name of a completed search of the workspace over the same space."),
        (WarmStartWith)Array.IndexOf(Words, options.OneOf(
            "with",
            "state",
            "What is taken: the state that its strategy saved (the same strategy must go on), its trials as if another strategy had "
            + "proposed them, or its winners, which are proposed first.",
            Words)));
}
