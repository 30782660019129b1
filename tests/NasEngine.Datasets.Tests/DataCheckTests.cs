using NasEngine.Contracts;
using NasEngine.Datasets.Tests.Folders;
using SkiaSharp;

namespace NasEngine.Datasets.Tests;

/// <summary>What is said of data before anything is trained on it.</summary>
public sealed class DataCheckTests : IDisposable
{
    private readonly PhotoFolder _photos = new();

    public void Dispose() => _photos.Dispose();

    [Fact]
    public void Classes_are_counted_by_part()
    {
        var data = _photos.Add("train/a", 0, 4).Add("train/b", 10, 3).Add("val/a", 20, 2).Add("test/b", 50, 1).Open();

        var check = DataCheck.Of(data);

        check.Classes.Should().Equal(new ClassCount("a", 4, 2, 0), new ClassCount("b", 3, 0, 1));
        (check.Train, check.Validation, check.Test, check.AcrossParts, check.Twice, check.Contradicting).Should().Be((7, 2, 1, 0, 0, 0));
        check.Hash.Should().Be(data.Hash);
    }

    [Fact]
    public void Examples_that_are_there_twice_are_counted_within_training_across_parts_and_across_classes()
    {
        var data = _photos.Add("train/a", 0, 4).Add("train/b", 3, 4).Add("test/a", 1, 2).Add("test/b", 50, 1).Open();

        var check = DataCheck.Of(data);

        check.Twice.Should().Be(1, "picture 3 is in a and in b");
        check.AcrossParts.Should().Be(2, "pictures 1 and 2 are in training and test");
        check.Contradicting.Should().Be(1);
    }

    [Fact]
    public void Every_picture_that_cannot_be_read_is_listed_with_the_reason()
    {
        _photos.Add("a", 0, 4).Add("b", 10, 2).Write("b/x.png", [1, 2]).Write("a/y.gif", []).Write("b/large.png", Drawn.Plain(20, 30, 1, 2, 3).Png());

        var scan = PictureScan.Of(_photos.Path);

        scan.Pictures.Should().Be(9);
        (scan.Smallest, scan.Largest).Should().Be(((6, 4), (20, 30)));
        scan.Unreadable.Should().HaveCount(2);
        scan.Unreadable[0].Should().Be($"'{Path.Combine(_photos.Path, "a", "y.gif")}': it is empty");
        scan.Unreadable[1].Should().StartWith($"'{Path.Combine(_photos.Path, "b", "x.png")}': it is none of PNG");
    }

    [Fact]
    public void A_contact_sheet_has_a_row_per_class_of_what_networks_see()
    {
        var data = _photos.Add("train/a", 200, 3, green: 10).Add("train/b", 10, 2, green: 250).Add("test/a", 50, 1).Open();
        var path = _photos.Path + ".png";

        ContactSheet.Write(data, path);

        using var sheet = SKBitmap.Decode(path);
        sheet.GetPixel(20, 20).Green.Should().Be(10);
        sheet.GetPixel(20, 70).Green.Should().Be(250);
        sheet.GetPixel(120, 70).Should().Be(SKColors.White, "the second class has two pictures to train on");
        File.Delete(path);
        FluentActions.Invoking(() => ContactSheet.Write(data, "sheet.jpg")).Should().Throw<InputException>()
            .WithMessage("A contact sheet is PNG, and 'sheet.jpg' does not say so; name it 'sheet.png'.");
        File.Exists("sheet.jpg").Should().BeFalse();
    }
}
