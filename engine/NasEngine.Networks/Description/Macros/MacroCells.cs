using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using NasEngine.Contracts;

namespace NasEngine.Networks;

/// <summary>One row of a macro table.</summary>
public sealed class MacroCells
{
    private const int MostChoices = 10_000;
    private readonly int _number;
    private readonly string[] _columns;
    private readonly string[] _cells;

    internal MacroCells(int number, string[] columns, string[] cells) => (_number, _columns, _cells) = (number, columns, cells);

    /// <summary>The whole number of a column, from <paramref name="least"/> to a million.</summary>
    /// <exception cref="InputException">It is not one.</exception>
    public int Integer(string column, int least = 1) =>
        Integers(column, least) is [var only] ? only : throw Wrong(column, "one whole number");

    /// <summary>The choices of a column, whole numbers ascending.</summary>
    /// <exception cref="InputException">They are not.</exception>
    public ImmutableArray<int> Integers(string column, int least = 1) => Choices(column, least, 1_000_000, "whole numbers");

    /// <summary>The choices of a column, odd whole numbers ascending: sizes of kernels that keep an image's size.</summary>
    /// <exception cref="InputException">They are not.</exception>
    public ImmutableArray<int> Kernels(string column) => Integers(column) is var kernels && kernels.All(int.IsOddInteger)
        ? kernels
        : throw Wrong(column, "odd whole numbers");

    /// <summary>The choices of a column, positive numbers ascending.</summary>
    /// <exception cref="InputException">They are not.</exception>
    public ImmutableArray<double> Numbers(string column) => Choices(column, 0.001, 1000.0, "numbers");

    /// <summary>The choices of a column, each one of a few words.</summary>
    /// <exception cref="InputException">One is none of them.</exception>
    public ImmutableArray<string> Words(string column, params string[] allowed)
    {
        var words = Cell(column).Split('/');
        return Array.Find(words, word => !allowed.Contains(word)) is { } unknown
            ? throw new InputException(
                $"Row {_number} of the macro table has {column} '{unknown}': {Suggest.Instead(unknown, allowed)}")
            : [.. words];
    }

    private ImmutableArray<T> Choices<T>(string column, T least, T most, string kind)
        where T : struct, INumber<T>
    {
        var parts = Cell(column).Split(':');
        ImmutableArray<T> values = parts.Length == 3
            ? Range(Read<T>(parts[0]), Read<T>(parts[1]), Read<T>(parts[2]))
            : [.. Cell(column).Split('/').Select(item => Read<T>(item) ?? -T.One)];
        var ascending = values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second);
        return values.Length > 0 && ascending && values[0] >= least && values[^1] <= most
            ? values
            : throw Wrong(column, string.Create(
                CultureInfo.InvariantCulture, $"{kind} from {least} to {most}, ascending, joined by '/', or a range low:high:step"));
    }

    private static ImmutableArray<T> Range<T>(T? low, T? high, T? step)
        where T : struct, INumber<T>
    {
        var values = ImmutableArray.CreateBuilder<T>();
        if (low is { } from && high is { } to && step is { } by && by > T.Zero)
        {
            for (var value = from; value <= to && values.Count < MostChoices; value += by)
            {
                values.Add(value);
            }
        }

        return values.ToImmutable();
    }

    private static T? Read<T>(string text)
        where T : struct, INumber<T> =>
        T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private string Cell(string column) => _cells[Array.IndexOf(_columns, column)];

    private InputException Wrong(string column, string right) =>
        new($"Row {_number} of the macro table has {column} '{Cell(column)}'; give {right}.");
}
