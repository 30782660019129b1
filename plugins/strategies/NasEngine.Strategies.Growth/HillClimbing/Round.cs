using System.Collections.Immutable;
using NasEngine.Contracts;

namespace NasEngine.Strategies.Growth.HillClimbing;

/// <summary>The networks that are trained from one parent.</summary>
/// <param name="Members">What they are; none before the first round.</param>
/// <param name="Proposed">How many were proposed.</param>
/// <param name="Observed">How many were observed.</param>
/// <param name="Best">The best observed; null where all failed.</param>
internal sealed record Round(ImmutableArray<Architecture> Members, int Proposed, int Observed, Trained? Best)
{
    /// <summary>Before the first round.</summary>
    public static Round None { get; } = new([], 0, 0, null);

    /// <summary>Whether all of it is observed.</summary>
    public bool IsOver => Observed == Members.Length;

    /// <summary>The next member; null when all are proposed.</summary>
    public Architecture? Next => Proposed < Members.Length ? Members[Proposed] : null;

    /// <summary>With a member observed; null where it failed.</summary>
    public Round With(Trained? trained) =>
        this with { Observed = Observed + 1, Best = trained is not null && trained.Beats(Best) ? trained : Best };

    /// <summary>Writes it.</summary>
    public void Save(StateWriter state)
    {
        state.Write(Members.Length);
        foreach (var member in Members)
        {
            state.Write(member.Values.AsSpan());
        }

        state.Write(Proposed);
        state.Write(Observed);
        Trained.Save(Best, state);
    }

    /// <summary>What <see cref="Save"/> wrote.</summary>
    public static Round Restore(DecisionSpace decisions, ref StateReader state)
    {
        var members = ImmutableArray.CreateBuilder<Architecture>();
        for (var left = state.Int32(); left > 0; left--)
        {
            members.Add(decisions.Architecture(state.Int32s()));
        }

        return new Round(members.ToImmutable(), state.Int32(), state.Int32(), Trained.Restore(decisions, ref state));
    }
}
