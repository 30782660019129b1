using NasEngine.Contracts;

namespace NasEngine.Datasets;

/// <summary>Options of the data set <c>sequence</c>.</summary>
/// <param name="File">The file.</param>
/// <param name="Separator">What stands between the fields of a table: one of <see cref="CsvTable.SeparatorNames"/>.</param>
/// <param name="Text">Column of the texts; empty where the file is lines of a label, a tab and a text.</param>
/// <param name="Table">What it is read for.</param>
/// <param name="Splitting">One of <see cref="TextSplitting.Names"/>.</param>
/// <param name="Length">Tokens of a sequence: longer ones are cut, shorter ones padded.</param>
/// <param name="Tokens">The most tokens of the vocabulary, padding and unknown ones among them.</param>
internal sealed record SequenceOptions(
    InputFile File, string Separator, string Text, TableOptions Table, string Splitting, int Length, int Tokens)
{
    /// <summary>Name in recipes.</summary>
    public const string Id = "sequence";

    /// <summary>Reads them.</summary>
    public static SequenceOptions Read(OptionReader options)
    {
        var file = options.File(
            IDataset.FolderOption, "", "Lines of a label, a tab and a text, in UTF-8, plain or .gz; with the option text, a table");
        var text = options.Text("text", "", "Column of a table that has the texts; without it the file is lines of label, tab and text");
        var ofTables = options.Unless("text", "");
        return new SequenceOptions(
            file,
            ofTables.OneOf("separator", CsvTable.SeparatorNames[0], "What stands between the fields of a table", CsvTable.SeparatorNames),
            text,
            new TableOptions(
                ofTables.Text("target", text.Length > 0 ? "" : LabelledLines.Label, "Column of a table that networks learn to give"),
                options.OneOf("task", "auto", "What the label is: classes; numbers; or as it looks", "auto", "classes", "numbers"),
                [],
                ofTables.Text("split", "", "Column of a table that says train, val or test of each row"),
                options.When("split", "").Number("test", 0.2, "Share of the texts for the test", 0.001, 0.9)),
            options.OneOf(
                "splitting", TextSplitting.Names[0],
                "What tokens are: words and marks in lower case; characters; or what stands between blanks, as it is", TextSplitting.Names),
            (int)options.Integer("length", 64, "Tokens of a sequence: longer ones are cut, shorter ones padded", 1, 8192),
            (int)options.Integer("tokens", 8192, "The most tokens that are told apart: the most frequent ones of training", 3, 1_000_000));
    }
}
