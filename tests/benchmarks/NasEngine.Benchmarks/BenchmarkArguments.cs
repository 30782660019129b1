using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Benchmarks;

/// <summary>What a benchmark was given on the command line.</summary>
public sealed class BenchmarkArguments
{
    private readonly Dictionary<string, BenchmarkOption> _options;
    private readonly IReadOnlyDictionary<string, string> _given;

    private BenchmarkArguments(
        IEnumerable<BenchmarkOption> options, IReadOnlyDictionary<string, string> given, IReadOnlyList<string> words, IReadOnlyList<string> all)
    {
        _options = options.ToDictionary(option => option.Name);
        (_given, Words, All) = (given, words, all);
    }

    /// <summary>What is no option and no option's value.</summary>
    public IReadOnlyList<string> Words { get; }

    /// <summary>All of them, as they were given.</summary>
    public IReadOnlyList<string> All { get; }

    /// <summary>Reads a command line.</summary>
    /// <param name="options">All that may be given, each once.</param>
    /// <param name="args">The command line without the benchmark's name.</param>
    /// <exception cref="InputException">An option is none of these, or has no value.</exception>
    public static BenchmarkArguments Read(IReadOnlyList<BenchmarkOption> options, params string[] args)
    {
        var (given, words) = (new Dictionary<string, string>(), new List<string>());
        for (var at = 0; at < args.Length; at++)
        {
            if (!args[at].StartsWith('-'))
            {
                words.Add(args[at]);
                continue;
            }

            var option = options.FirstOrDefault(one => one.Name == args[at]) ?? throw new InputException(
                $"There is no option '{args[at]}': {Suggest.Instead(args[at], options.Where(one => !one.IsInternal).Select(one => one.Name))}");
            given[option.Name] = option.IsSwitch ? "" : at + 1 < args.Length ? args[++at] : throw new InputException(
                $"The option {option.Name} needs a value: {option.Meaning}.");
        }

        return new BenchmarkArguments(options, given, words, args);
    }

    /// <summary>The same for a part of the benchmark that takes these options.</summary>
    public BenchmarkArguments For(IEnumerable<BenchmarkOption> options) => new(options, _given, Words, All);

    /// <summary>Whether an option was given.</summary>
    public bool Has(string name) => _given.ContainsKey(Named(name).Name);

    /// <summary>Whether an option was given that every benchmark takes.</summary>
    public bool Has(BenchmarkOption option) => _given.ContainsKey(option.Name);

    /// <summary>The value of an option, or the one it has otherwise.</summary>
    public string Text(string name) => _given.GetValueOrDefault(Named(name).Name, Named(name).Otherwise);

    /// <summary>The value of an option as a whole number.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public int Number(string name) => Number(name, Text(name));

    /// <summary>The value of an option as a number.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public double Decimal(string name) => double.TryParse(Text(name), CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new InputException($"The option {name} is '{Text(name)}', which is no number.");

    /// <summary>The values of an option that are separated by commas.</summary>
    public string[] List(string name) => Text(name).Split(',');

    /// <summary>The same as whole numbers.</summary>
    /// <exception cref="InputException">One is none.</exception>
    public int[] Numbers(string name) => [.. List(name).Select(text => Number(name, text))];

    private static int Number(string name, string text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new InputException($"The option {name} is '{text}', which is no whole number.");

    private BenchmarkOption Named(string name) => _options.GetValueOrDefault(name)
        ?? throw new InvalidOperationException($"The option {name} is read and not named among the options.");
}
