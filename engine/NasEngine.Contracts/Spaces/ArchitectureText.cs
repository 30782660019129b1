namespace NasEngine.Contracts;

/// <summary>
/// The text form of spaces whose sources have none: labels of the choices, those of one group joined by <c>_</c> and the
/// groups by <c>|</c>, with <c>-</c> for a decision that is not active: <c>c16_k3_relu|c24_e2.25_k5_hswish</c>.
/// </summary>
public static class ArchitectureText
{
    /// <summary>The text of an architecture.</summary>
    /// <exception cref="InputException">It belongs to another space.</exception>
    public static string Format(DecisionSpace space, Architecture architecture)
    {
        space.MustHold(architecture);
        return string.Join('|', space.Groups.Select(group => string.Join('_', group.Decisions.Select(number =>
            architecture.Values[number] is >= 0 and var value ? space.Decisions[number].Choices[value] : "-"))));
    }

    /// <summary>The architecture of a text.</summary>
    /// <exception cref="InputException">The text does not fit the space; the message names the group and the decision.</exception>
    public static Architecture Parse(DecisionSpace space, string text)
    {
        var groups = text.Trim().Split('|');
        if (groups.Length != space.Groups.Length)
        {
            throw new InputException(
                $"Architecture '{text}' has {groups.Length} groups; one of space '{space.Id}' has {space.Groups.Length}, joined by '|'.");
        }

        var values = new int[space.Decisions.Length];
        foreach (var (group, part) in space.Groups.Zip(groups))
        {
            Read(space, group, part, values);
        }

        return space.Architecture(values);
    }

    private static void Read(DecisionSpace space, DecisionGroup group, string text, int[] values)
    {
        var labels = text.Split('_');
        if (labels.Length != group.Decisions.Length)
        {
            throw new InputException(
                $"Group '{group.Name}' of an architecture of space '{space.Id}' is '{text}'; it must have {group.Decisions.Length} labels "
                + $"joined by '_'.");
        }

        foreach (var (number, label) in group.Decisions.Zip(labels))
        {
            var decision = space.Decisions[number];
            values[number] = label == "-" && decision.When is not null ? Architecture.Inactive : decision.Choices.IndexOf(label);
            if (values[number] < 0 && label != "-")
            {
                throw new InputException(
                    $"Decision '{decision.Name}' of space '{space.Id}' has no choice '{label}'; "
                    + $"{Suggest.Instead(label, decision.Choices)}");
            }
        }
    }
}
