namespace NasEngine.Contracts.Tests.Files;

public sealed class WholeFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nas-whole-");

    private string Target => Path.Combine(_folder.FullName, "new", "file");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_takes_the_place_of_the_one_before_in_a_folder_that_is_made()
    {
        WholeFile.Write(Target, stream => stream.Write("one, longer"u8));
        WholeFile.Write(Target, stream => stream.Write("two"u8));

        File.ReadAllText(Target).Should().Be("two");
        Everything().Should().Equal(Target);
    }

    [Fact]
    public void One_whose_writing_fails_leaves_what_was_there_and_nothing_aside()
    {
        WholeFile.Write(Target, stream => stream.Write("one"u8));

        FluentActions.Invoking(() => WholeFile.Write(Target, stream =>
        {
            stream.Write("tw"u8);
            throw new IOException("the disk is full");
        })).Should().Throw<IOException>().WithMessage("the disk is full");

        File.ReadAllText(Target).Should().Be("one");
        Everything().Should().Equal(Target);
    }

    [Fact]
    public void One_that_a_folder_stands_in_the_place_of_leaves_nothing_aside()
    {
        Directory.CreateDirectory(Target);

        FluentActions.Invoking(() => WholeFile.Write(Target, stream => stream.Write("one"u8))).Should().Throw<Exception>();

        Everything().Should().BeEmpty();
    }

    [Fact]
    public void Of_files_that_belong_together_none_takes_its_place_where_the_last_one_fails()
    {
        var beside = Path.Combine(_folder.FullName, "beside");
        WholeFile.Write(beside, stream => stream.Write("old"u8));

        FluentActions.Invoking(() => WholeFile.Write(
        [
            new(beside, stream => stream.Write("new"u8)),
            new(Target, _ => throw new IOException("the disk is full")),
        ])).Should().Throw<IOException>().WithMessage("the disk is full");

        File.ReadAllText(beside).Should().Be("old");
        Everything().Should().Equal(beside);
    }

    [Fact]
    public void Nor_where_a_folder_stands_in_the_place_of_the_last_one()
    {
        var beside = Path.Combine(_folder.FullName, "beside");
        Directory.CreateDirectory(Target);

        FluentActions.Invoking(() => WholeFile.Write([new(beside, _ => { }), new(Target, _ => { })]))
            .Should().Throw<IOException>().WithMessage($"'{Target}' is a folder.");

        Everything().Should().BeEmpty();
    }

    private string[] Everything() => Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories);
}
