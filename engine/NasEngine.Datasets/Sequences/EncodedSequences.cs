using System.Collections.Immutable;
using System.Globalization;
using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>Texts as token numbers: training ones first, then those for validation, then those for the test.</summary>
internal sealed record EncodedSequences(
    LabelledImages Train, LabelledImages Test, ImmutableArray<string> Classes, Vocabulary Vocabulary, ImmutableArray<string> Remarks,
    string Hash)
{
    private const int Unknown = 1;

    /// <summary>Encodes texts; the vocabulary is that of the training ones.</summary>
    /// <exception cref="InputException">A column or a row is not what it must be.</exception>
    public static EncodedSequences Of(TextTable table, string textColumn, SequenceOptions options)
    {
        var target = TableTarget.Of(table, table.Fields(TableColumns.Find(table, options.Table.Target, "target")), options.Table);
        var parts = TableRowParts.Of(table, options.Table);
        var column = TableColumns.Find(table, textColumn, "text");
        string[][] texts = [.. table.Rows.Select(row => Tokens(row, column, table, options))];
        target.MustBeTrainedOn(parts, table);
        var vocabulary = new Vocabulary(
            options.Splitting,
            [
                Vocabulary.Padding, Vocabulary.Unknown,
                .. MostFrequent(texts.Where((_, row) => parts[row] == DataPartName.Train), options.Tokens - 2),
            ]);
        var numbers = vocabulary.Tokens.Index().Skip(2).ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        int[] order = [.. Enumerable.Range(0, parts.Length).OrderBy(row => parts[row])];
        LabelledImages Part(bool test) => Rows(
            [.. order.Where(row => parts[row] == DataPartName.Test == test)], texts, numbers, target, options.Length);
        var (train, other) = (
            Part(test: false) with { ValidationCount = parts.Count(part => part == DataPartName.Validation) }, Part(test: true));
        return new EncodedSequences(
            train, other, target.Classes, vocabulary,
            [
                .. target.Classes.IsEmpty ? [] : ClassBalance.Remarks(target.Classes, train.Labels.Span),
                .. Cut(texts, options.Length),
            ],
            ExamplesHash.Of(train, other, vocabulary.Tokens, target.Classes));
    }

    private static string[] Tokens(TextRow row, int column, TextTable table, SequenceOptions options)
    {
        var tokens = TextSplitting.Split(row.Fields[column], options.Splitting);
        return tokens.Length > 0 ? tokens : throw new InputException(string.Create(CultureInfo.InvariantCulture,
            $"Line {row.Line} of {table.Name} has no text; take it away."));
    }

    private static IEnumerable<string> MostFrequent(IEnumerable<string[]> texts, int most) =>
        texts.SelectMany(tokens => tokens).CountBy(token => token)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(most).Select(pair => pair.Key);

    private static LabelledImages Rows(
        int[] rows, string[][] texts, Dictionary<string, int> numbers, TableTarget target, int length)
    {
        var values = new float[rows.Length * length];
        for (var row = 0; row < rows.Length; row++)
        {
            var text = texts[rows[row]];
            for (var place = 0; place < Math.Min(length, text.Length); place++)
            {
                values[(row * length) + place] = numbers.GetValueOrDefault(text[place], Unknown);
            }
        }

        return new LabelledImages(
            new ImageShape(1, 1, length), default, target.Labels.Length == 0 ? default : rows.Select(row => target.Labels[row]).ToArray())
        {
            Values = values,
            Tokens = numbers.Count + 2,
            Targets = target.Numbers.Length == 0 ? default : rows.Select(row => target.Numbers[row]).ToArray(),
        };
    }

    private static IEnumerable<string> Cut(string[][] texts, int length)
    {
        var cut = texts.Count(text => text.Length > length);
        return cut == 0 ? [] : [string.Create(CultureInfo.InvariantCulture,
            $"{cut} of {texts.Length} texts have more than {length} tokens, up to {texts.Max(text => text.Length)}, and are cut there; the "
            + $"option length takes more of them.")];
    }
}
