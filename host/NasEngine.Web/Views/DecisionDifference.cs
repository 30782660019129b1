using NasEngine.Contracts;

namespace NasEngine.Web.Views;

/// <summary>What two architectures choose at one decision.</summary>
/// <param name="Decision">Name of the decision.</param>
/// <param name="One">Choice of the first; a dash where the decision is not active.</param>
/// <param name="Other">Choice of the second.</param>
public sealed record DecisionDifference(string Decision, string One, string Other)
{
    /// <summary>Whether they differ.</summary>
    public bool Differs => One != Other;

    /// <summary>All decisions, in the order of the space.</summary>
    public static IReadOnlyList<DecisionDifference> Of(ISearchSpace space, Architecture one, Architecture? other) =>
    [
        .. space.Decisions.Decisions.Select((decision, number) => new DecisionDifference(
            decision.Name, Choice(decision, one.Values[number]), Choice(decision, (other ?? one).Values[number]))),
    ];

    private static string Choice(Decision decision, int value) => value == Architecture.Inactive ? "–" : decision.Choices[value];
}
