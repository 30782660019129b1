using NasEngine.Contracts;

namespace NasEngine.Datasets.Tests;

/// <summary>Texts as data.</summary>
public sealed class SequenceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-text-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Texts_become_the_numbers_of_the_most_frequent_tokens_of_training_padded_and_cut()
    {
        var data = Open(
            "text,kind,part\nb a b,x,train\na b c,y,train\nz b z z z,y,test\n", ("text", "text"), ("target", "kind"), ("split", "part"),
            ("length", "3"), ("tokens", "4"));

        data.Vocabulary!.Tokens.Should().Equal(Vocabulary.Padding, Vocabulary.Unknown, "b", "a");
        data.ClassNames.Should().Equal("x", "y");
        data.Train.Shape.Should().Be(new ImageShape(1, 1, 3));
        data.Train.Tokens.Should().Be(4);
        data.Train.Values.ToArray().Should().Equal(2, 3, 2, 3, 2, 1);
        data.Test.Values.ToArray().Should().Equal([1, 2, 1], "z is in no text that is trained on");
        data.Remarks.Should().Contain("1 of 3 texts have more than 3 tokens, up to 5, and are cut there; the option length takes more of them.");
    }

    [Fact]
    public void Lines_of_label_and_text_are_split_by_what_is_in_them()
    {
        var lines = Enumerable.Range(0, 60).Select(row => $"{(row % 2 == 0 ? "good" : "bad")}\tword{row} same\n").ToArray();

        var before = Open(string.Concat(lines), ("length", "4"));
        (before.Train.Count + before.Test.Count).Should().Be(60);
        var after = Open(string.Concat(lines) + "good\tone more\n", ("length", "4"));

        before.Test.Count.Should().BeInRange(4, 24);
        (after.Train.Count + after.Test.Count).Should().Be(61);
        before.Train.Values.Span[1].Should().Be(2, "'same' is the most frequent token, behind padding and unknown");
        before.Train.Values.Span[2..4].ToArray().Should().Equal(0, 0);
        before.Hash.Should().NotBe(after.Hash);
        Open(string.Concat(lines), ("length", "4")).Hash.Should().Be(before.Hash);
    }

    [Theory]
    [InlineData("words", "Don't stop, 2 go!", "don't|stop|,|2|go|!")]
    [InlineData("words", "naïve 'x' 🙂🙂", "naïve|'|x|'|🙂|🙂")]
    [InlineData("characters", "a b̂", "a| |b̂")]
    [InlineData("blanks", " A  b,c\td ", "A|b,c|d")]
    public void A_text_is_split_as_it_is_said(string way, string text, string tokens) =>
        string.Join('|', TextSplitting.Split(text, way)).Should().Be(tokens);

    [Fact]
    public void Numbers_are_learned_where_labels_are_numbers()
    {
        var data = Open(string.Concat(Enumerable.Range(0, 40).Select(row => FormattableString.Invariant($"{row / 2.0}\tword{row}\n"))));

        data.Classes.Should().Be(1);
        data.Train.Targets.Length.Should().Be(data.Train.Count);
    }

    [Theory]
    [InlineData("good\tyes\nno tab here\n", "Line 2 of File '*' has no tab; it must be a label, a tab and a text, or say by the option text which column*")]
    [InlineData("good\tyes\n\nbad\t \n", "Line 3 of File '*' has no text; take it away.")]
    [InlineData("\tyes\n", "Line 1 of File '*' has no label; what is to be learned must be in every row*")]
    [InlineData("\n", "File '*' has nothing in it; it must have lines of a label, a tab and a text.")]
    public void A_line_that_cannot_be_used_is_told_with_its_number(string text, string message) =>
        FluentActions.Invoking(() => Open(text).Train).Should().Throw<InputException>().WithMessage(message);

    [Fact]
    public void What_is_no_text_in_UTF8_is_said()
    {
        File.WriteAllBytes(Path.Combine(_folder, "t.txt"), [(byte)'a', (byte)'\t', 0xFF, 0xFE]);

        FluentActions.Invoking(() => OpenFile().Train).Should().Throw<InputException>().WithMessage("*is not text in UTF-8; save it as such.");
    }

    [Theory]
    [InlineData("x.txt", "", "sequence")]
    [InlineData("x.csv", "text", "sequence")]
    [InlineData("x.csv", "drop", "csv")]
    public void A_file_is_of_texts_by_its_name_or_by_the_option_that_says_which_column_has_them(string file, string option, string kind)
    {
        var path = Path.Combine(_folder, file);
        File.WriteAllText(path, "");

        DataKind.Of(path, option.Length == 0 ? OptionBag.Empty : OptionBag.Empty.With(option, "t")).Id.Should().Be(kind);
    }

    private SequenceDataset Open(string text, params (string Name, string Value)[] options)
    {
        File.WriteAllText(Path.Combine(_folder, "t.txt"), text);
        return OpenFile(options);
    }

    private SequenceDataset OpenFile(params (string Name, string Value)[] options) => new(SequenceOptions.Read(new OptionReader(
        "data set 'sequence'",
        options.Aggregate(
            OptionBag.Empty.With(IDataset.FolderOption, Path.Combine(_folder, "t.txt")), (bag, option) => bag.With(option.Name, option.Value)))));
}
