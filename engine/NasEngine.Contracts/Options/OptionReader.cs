using System.Collections.Immutable;
using System.Globalization;

namespace NasEngine.Contracts;

/// <summary>
/// Reads the options of one component. Each read names the option, its default, its range and its meaning, so the same
/// lines give the value, the check, the error and the help text.
/// </summary>
/// <param name="owner">Whose options these are, for messages: <c>strategy 'fp-nas'</c>.</param>
/// <param name="bag">What the user gave.</param>
public sealed class OptionReader(string owner, OptionBag bag)
{
    private List<OptionDescription> _read = [];
    private List<InputFile> _files = [];
    private OptionCondition? _condition;

    /// <summary>Whether what is read stands in no recipe: it was given on a command line.</summary>
    internal bool IsElsewhere { get; init; }

    /// <summary>The options read so far, in order.</summary>
    public IReadOnlyList<OptionDescription> Descriptions => _read;

    /// <summary>The files read so far, in order.</summary>
    public IReadOnlyList<InputFile> Files => _files;

    /// <summary>
    /// Reads options that count only where another one of this part has one of these values: <c>reader.When("cost", "sum").Number(…)</c>.
    /// Given where it does not, they are refused by <see cref="Done"/>.
    /// </summary>
    /// <param name="option">Name of the other option, which is read before or after them.</param>
    /// <param name="values">Its values; the empty text where it is not given.</param>
    public OptionReader When(string option, params string[] values) => Beside(new OptionCondition(option, [.. values], IsExcept: false));

    /// <summary>
    /// As <see cref="When"/>, where the other option has another value than these: <c>reader.Unless("prior", "").Number(…)</c>.
    /// </summary>
    public OptionReader Unless(string option, params string[] values) => Beside(new OptionCondition(option, [.. values], IsExcept: true));

    /// <summary>A finite number in [min, max].</summary>
    /// <exception cref="InputException">Not a number, or out of range.</exception>
    public double Number(
        string name, double fallback, string summary, double min = double.NegativeInfinity, double max = double.PositiveInfinity)
    {
        var text = Take(name, "number", Invariant(fallback), Range(min, max), summary);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && (double.IsFinite(value) || value.Equals(fallback)) && value >= min && value <= max
            ? value
            : throw Wrong(name, text, "a number", Range(min, max));
    }

    /// <summary>A whole number in [min, max].</summary>
    /// <exception cref="InputException">Not a whole number, or out of range.</exception>
    public long Integer(string name, long fallback, string summary, long min = long.MinValue, long max = long.MaxValue)
    {
        var range = Range(min == long.MinValue ? double.NegativeInfinity : min, max == long.MaxValue ? double.PositiveInfinity : max);
        var text = Take(name, "integer", Invariant(fallback), range, summary);
        return long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
            ? value
            : throw Wrong(name, text, "a whole number", range);
    }

    /// <summary>True or false.</summary>
    /// <exception cref="InputException">Neither.</exception>
    public bool Flag(string name, bool fallback, string summary)
    {
        var text = Take(name, "flag", fallback ? "true" : "false", "", summary);
        return bool.TryParse(text, out var value) ? value : throw Wrong(name, text, "true or false", "");
    }

    /// <summary>Any text.</summary>
    public string Text(string name, string fallback, string summary) => Take(name, "text", fallback, "", summary);

    /// <summary>
    /// A file by its path. The search remembers what is in it: it goes on with the same content only, wherever that lies. Nothing is
    /// opened yet.
    /// </summary>
    public InputFile File(string name, string fallback, string summary)
    {
        var file = new InputFile(name, owner, Take(name, "file", fallback, "", summary));
        _files.Add(file);
        return file;
    }

    /// <summary>A file by its path as <see cref="File"/>, or null where none is given.</summary>
    public InputFile? OptionalFile(string name, string summary)
    {
        var path = Take(name, "file", "", "", summary);
        if (path.Length == 0)
        {
            return null;
        }

        var file = new InputFile(name, owner, path);
        _files.Add(file);
        return file;
    }

    /// <summary>One of a few words.</summary>
    /// <exception cref="InputException">None of them.</exception>
    public string OneOf(string name, string fallback, string summary, params string[] allowed)
    {
        var text = Take(name, "text", fallback, string.Join(" | ", allowed), summary);
        return allowed.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase))
            ?? throw Wrong(name, text, "one of " + string.Join(", ", allowed), "");
    }

    /// <summary>A list of whole numbers, each in [min, max].</summary>
    /// <exception cref="InputException">An item is not a whole number in range.</exception>
    public ImmutableArray<long> Integers(
        string name, IEnumerable<long> fallback, string summary, long min = long.MinValue, long max = long.MaxValue)
    {
        var range = Range(min == long.MinValue ? double.NegativeInfinity : min, max == long.MaxValue ? double.PositiveInfinity : max);
        var text = Take(name, "list", string.Join(',', fallback.Select(Invariant)), range, summary);
        var items = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return items.Length == 0 && fallback.Any() ? throw Wrong(name, text, "a list of whole numbers", range) : [.. items.Select(item =>
            long.TryParse(item, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= min && value <= max
                ? value
                : throw Wrong(name, item, "a list of whole numbers", range))];
    }

    /// <summary>Call last: every option the user gave must have been read, and must change something beside the others.</summary>
    /// <exception cref="InputException">
    /// The user gave an option that this component does not have, or one that counts only beside another one that is not as it needs.
    /// </exception>
    public void Done()
    {
        var names = _read.Select(option => option.Name).ToArray();
        foreach (var given in bag.Values.Keys)
        {
            if (!names.Contains(given, StringComparer.OrdinalIgnoreCase))
            {
                throw new InputException(
                    $"Unknown option '{given}' of {owner}: {Suggest.Instead(given, names)}") { Word = IsElsewhere ? "" : given };
            }
        }

        foreach (var option in _read.Where(option => option.Condition is not null && bag.Values.ContainsKey(option.Name)))
        {
            MustCount(option.Name, option.Condition!);
        }
    }

    private void MustCount(string name, OptionCondition condition)
    {
        var other = _read.Find(option => option.Name == condition.Option) ?? throw new InvalidOperationException(
            $"Option '{name}' of {owner} counts {condition}, and {owner} reads no option '{condition.Option}'.");
        var value = bag.Values.GetValueOrDefault(other.Name, other.Default);
        if (!condition.Holds(value))
        {
            var now = value.Length > 0 && condition.Values is not [""] ? $", and {other.Name} is {value} here" : "";
            throw new InputException(
                $"Option '{name}' of {owner} counts only {condition}{now}; leave it out, or {condition.Mending}.")
            {
                Word = IsElsewhere ? "" : name,
            };
        }
    }

    private OptionReader Beside(OptionCondition condition) => new(owner, bag)
    {
        _read = _read,
        _files = _files,
        _condition = condition,
        IsElsewhere = IsElsewhere,
    };

    private string Take(string name, string type, string fallback, string range, string summary)
    {
        _read.Add(new OptionDescription(name, type, fallback, range, summary) { Condition = _condition });
        return bag.Values.TryGetValue(name, out var given) ? given : fallback;
    }

    private InputException Wrong(string name, string given, string kind, string range) =>
        new($"Option '{name}' of {owner} is '{given}'; it must be {kind}{(range.Length > 0 ? " " + range : "")}.") { Word = IsElsewhere
            ? ""
            : name };

    private static string Range(double min, double max) => (double.IsFinite(min), double.IsFinite(max)) switch
    {
        (true, true) => $"from {Invariant(min)} to {Invariant(max)}",
        (true, false) => $">= {Invariant(min)}",
        (false, true) => $"<= {Invariant(max)}",
        _ => "",
    };

    private static string Invariant(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Invariant(long value) => value.ToString(CultureInfo.InvariantCulture);
}
