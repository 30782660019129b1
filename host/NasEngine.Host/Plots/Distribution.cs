using System.Globalization;
using NasEngine.Contracts;
using NasEngine.Search;

namespace NasEngine.Host.Plots;

/// <summary>The distribution over architectures as a search goes on: a row per choice, a column per stretch of candidates.</summary>
/// <param name="Rows">Decisions and choices, in the order of the space.</param>
/// <param name="Windows">The stretches, in order.</param>
public sealed record Distribution(IReadOnlyList<DistributionRow> Rows, IReadOnlyList<ShareWindow> Windows)
{
    /// <summary>The distribution of the stretches over a space.</summary>
    public static Distribution Of(ISearchSpace space, IReadOnlyList<ShareWindow> windows) => new(
        [
            .. space.Decisions.Decisions.SelectMany((decision, number) => decision.Choices
                .Select((choice, value) => new DistributionRow(number, value, decision.Name, choice))),
        ],
        windows);

    /// <summary>The share of a row in a stretch.</summary>
    public static double Share(DistributionRow row, ShareWindow window) => window.Shares[row.Decision][row.Choice];

    /// <summary>What a stretch is called: <c>120–129</c>.</summary>
    public static string Name(ShareWindow window) => window.First == window.Last
        ? window.First.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{window.First}–{window.Last}");

    /// <summary>The most frequent choice of every decision in a stretch; the first of a space where nothing was chosen.</summary>
    public static Architecture Mode(ISearchSpace space, ShareWindow window) =>
        space.Decisions.Architecture([.. window.Shares.Select(shares => Array.IndexOf(shares, shares.Max()))]);
}

/// <summary>A choice of a decision.</summary>
/// <param name="Decision">Number of the decision.</param>
/// <param name="Choice">Number of the choice.</param>
/// <param name="DecisionName">Name of the decision.</param>
/// <param name="ChoiceName">Label of the choice.</param>
public sealed record DistributionRow(int Decision, int Choice, string DecisionName, string ChoiceName)
{
    /// <summary>What the row is called.</summary>
    public string Name => $"{DecisionName}: {ChoiceName}";
}
