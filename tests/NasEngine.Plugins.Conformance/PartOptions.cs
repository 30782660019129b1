using NasEngine.Contracts;

namespace NasEngine.Plugins.Conformance;

/// <summary>Asks parts whether options that count only beside another one are refused where they change nothing.</summary>
public static class PartOptions
{
    /// <summary>What stands beside an option for it to count: <c>cost=sum</c>; empty where it does by the defaults of the others.</summary>
    /// <param name="part">The part.</param>
    /// <param name="option">The option.</param>
    public static string Beside(PartDescription part, OptionDescription option) => option.Condition is not { } condition ? ""
        : part.Options.Any(other => other.Name == condition.Option && condition.Holds(other.Default)) ? ""
        : condition.IsExcept ? $"{condition.Option}=1"
        : $"{condition.Option}={condition.Values[0]}";

    /// <summary>
    /// Gives each option that has a condition alone, where it does not hold, which must be refused by its name and the other's, and
    /// beside what it needs, which must be read. Returns the options, <c>part.option</c>, by name.
    /// </summary>
    /// <typeparam name="TPart">Kind of part.</typeparam>
    /// <param name="parts">The parts.</param>
    /// <param name="more">What an option needs besides, <c>weights=FILE</c>; nothing where it is null.</param>
    /// <exception cref="InvalidOperationException">One is taken where it changes nothing, or refused where it counts.</exception>
    public static IReadOnlyList<string> RefusedAlone<TPart>(IServices parts, Func<OptionDescription, string>? more = null)
        where TPart : class
    {
        var asked =
            from part in parts.Describe<TPart>()
            from option in part.Options
            where option.Condition is not null
            select (Part: part, Option: option);
        foreach (var (part, option) in asked)
        {
            Ask<TPart>(parts, part, option, $"{Beside(part, option)} {more?.Invoke(option)}".Trim());
        }

        return [.. asked.Select(pair => $"{pair.Part.Id}.{pair.Option.Name}").Order(StringComparer.Ordinal)];
    }

    private static void Ask<TPart>(IServices parts, PartDescription part, OptionDescription option, string beside)
        where TPart : class
    {
        var condition = option.Condition!;
        var other = part.Options.SingleOrDefault(one => one.Name == condition.Option)
            ?? throw Wrong(part, option, $"counts {condition}, which '{part.Id}' does not have");
        var given = OptionBag.Empty.With(option.Name, option.Default);
        var refused = Refusal<TPart>(parts, part, given.With(other.Name, Failing(other, condition)));
        if (refused is null || !refused.Contains($"'{option.Name}'") || !refused.Contains($"only {condition}", StringComparison.Ordinal))
        {
            throw Wrong(part, option, $"is to be refused, as it counts only {condition}, and the answer is: {refused ?? "none"}");
        }

        var whole = beside.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate(given, (bag, pair) => bag.With(pair.Split('=')[0], pair.Split('=')[1]));
        if (Refusal<TPart>(parts, part, whole) is { } unexpected)
        {
            throw Wrong(part, option, $"is refused beside {beside}: {unexpected}");
        }
    }

    /// <summary>A value of the other option that the condition does not hold beside.</summary>
    private static string Failing(OptionDescription other, OptionCondition condition) =>
        condition.IsExcept ? condition.Values[0]
        : !condition.Holds(other.Default) ? other.Default
        : other.Type == "flag" ? (other.Default == "true" ? "false" : "true")
        : other.Range.Split(" | ").FirstOrDefault(word => word.Length > 0 && !condition.Holds(word)) ?? "1/1/1";

    private static string? Refusal<TPart>(IServices parts, PartDescription part, OptionBag options)
        where TPart : class
    {
        try
        {
            parts.Check<TPart>(new ComponentSpec(part.Id, options));
            return null;
        }
        catch (InputException refusal)
        {
            return refusal.Message;
        }
    }

    private static InvalidOperationException Wrong(PartDescription part, OptionDescription option, string what) =>
        new($"Option '{option.Name}' of '{part.Id}' {what}.");
}
