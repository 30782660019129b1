using NasEngine.Contracts;

namespace NasEngine.Datasets.Tests.Folders;

/// <summary>Folders of pictures as data.</summary>
public sealed class ImageFolderTests : IDisposable
{
    private readonly PhotoFolder _photos = new();

    public void Dispose() => _photos.Dispose();

    [Fact]
    public void A_folder_is_a_class_and_all_its_pictures_are_there()
    {
        var data = _photos.Add("dog", 0, 30).Add("cat", 100, 30, green: 200).Open();

        data.Name.Should().Be("photos");
        data.ClassNames.Should().Equal("cat", "dog");
        data.Train.Shape.Should().Be(new ImageShape(3, 2, 2));
        Reds(data.Train).Concat(Reds(data.Test)).Order().Should().Equal(Enumerable.Range(0, 30).Concat(Enumerable.Range(100, 30)));
        Reds(data.Train).Zip(data.Train.Labels.ToArray()).Should().OnlyContain(one => one.Second == (one.First >= 100 ? 0 : 1));
        data.Train.Pixels.Span[..12].ToArray()[4..8].Should().AllBeEquivalentTo((byte)200, "green is the second channel");
    }

    [Fact]
    public void A_picture_that_is_added_moves_no_other_between_training_and_test()
    {
        var before = Reds(_photos.Add("dog", 0, 40).Add("cat", 100, 40).Open().Test).ToHashSet();

        var after = Reds(_photos.Add("cat", 200, 20).Open().Test).ToHashSet();

        before.Should().NotBeEmpty();
        after.Where(red => red < 200).Should().BeEquivalentTo(before);
        after.Should().Contain(red => red >= 200);
    }

    [Fact]
    public void Equal_pictures_are_never_both_trained_on_and_tested()
    {
        _photos.Add("dog", 0, 40).Add("cat", 100, 40);
        foreach (var file in Directory.GetFiles(Path.Combine(_photos.Path, "dog")))
        {
            File.Copy(file, file.Replace(".png", "-copy.png", StringComparison.Ordinal));
        }

        var data = _photos.Open();

        Reds(data.Train).Intersect(Reds(data.Test)).Should().BeEmpty();
    }

    [Fact]
    public void Folders_for_training_validation_and_test_are_kept_to()
    {
        var data = _photos.Add("train/a", 0, 3).Add("train/b", 10, 3).Add("val/a", 20, 1).Add("val/b", 30, 1).Add("test/a", 40, 1).Add("test/b", 50, 1).Open();

        Reds(data.Train).Order().Should().Equal(0, 1, 2, 10, 11, 12, 20, 30);
        data.Train.ValidationCount.Should().Be(2);
        Reds(data.Train).Skip(6).Should().BeEquivalentTo([20, 30], "those for validation are the last");
        Reds(data.Test).Should().BeEquivalentTo([40, 50]);
    }

    [Fact]
    public void Equal_pictures_elsewhere_and_under_other_names_are_the_same_data()
    {
        var hash = _photos.Add("dog", 0, 10).Add("cat", 100, 10).Open().Hash;
        var other = _photos.Path + "-moved";
        Directory.Move(_photos.Path, other);
        File.Move(Path.Combine(other, "dog", "3.png"), Path.Combine(other, "dog", "another.png"));

        _photos.Open(folder: other).Hash.Should().Be(hash);
    }

    [Fact]
    public void Another_picture_class_or_form_is_other_data()
    {
        var hash = _photos.Add("dog", 0, 10).Add("cat", 100, 10).Open().Hash;

        _photos.Open(channels: 1).Hash.Should().NotBe(hash);
        _photos.Add("dog", 50, 1).Open().Hash.Should().NotBe(hash);
        var dog = Path.Combine(_photos.Path, "dog", "50.png");
        File.Delete(dog);
        File.Move(Path.Combine(_photos.Path, "dog", "9.png"), Path.Combine(_photos.Path, "cat", "9.png"));
        _photos.Open().Hash.Should().NotBe(hash, "a dog became a cat");
        File.Move(Path.Combine(_photos.Path, "cat", "9.png"), Path.Combine(_photos.Path, "dog", "9.png"));
        _photos.Open().Hash.Should().Be(hash);
        Directory.Move(Path.Combine(_photos.Path, "dog"), Path.Combine(_photos.Path, "hound"));
        _photos.Open().Hash.Should().NotBe(hash);
    }

    [Fact]
    public void Pictures_are_decoded_once_and_read_from_the_cache_afterwards()
    {
        var first = _photos.Add("dog", 0, 10).Add("cat", 100, 10).Open().Train.Pixels.ToArray();
        var kept = Directory.GetFiles(_photos.Cache).Should().ContainSingle().Which;
        var pixels = File.ReadAllBytes(kept);
        pixels[0] ^= 0xFF;
        File.WriteAllBytes(kept, pixels);

        _photos.Open().Train.Pixels.ToArray()[0].Should().Be((byte)(first[0] ^ 0xFF), "it comes from the file that was changed");
        File.WriteAllBytes(kept, pixels[1..]);
        _photos.Open().Train.Pixels.ToArray().Should().Equal(first, "a file of another length is none of ours");
    }

    [Fact]
    public void A_picture_that_cannot_be_read_is_named_with_the_reason()
    {
        _photos.Add("dog", 0, 10).Add("cat", 100, 10).Write("cat/broken.jpg", "no picture"u8.ToArray());

        FluentActions.Invoking(() => _photos.Open().Train).Should().Throw<InputException>().WithMessage(
            $"The picture '{Path.Combine(_photos.Path, "cat", "broken.jpg")}' cannot be read: it is none of PNG, JPEG, BMP, GIF and WebP*; take it away*");
    }

    [Fact]
    public void What_is_no_picture_is_left_out_and_counted_and_what_is_hidden_is_nothing()
    {
        var data = _photos.Add("dog", 0, 10).Add("cat", 100, 10).Write("cat/notes.txt", [1]).Write("cat/.DS_Store", [1]).Open();

        data.Remarks.Should().ContainSingle().Which.Should().StartWith("1 files of '");
    }

    [Fact]
    public void Classes_of_different_sizes_are_told()
    {
        var data = _photos.Add("dog", 0, 10).Add("cat", 100, 100).Open();

        data.Remarks.Should().ContainSingle().Which.Should().MatchRegex("^The classes differ in how many training examples they have: \\d+ cat, \\d+ dog\\. Always answering the first is right for \\d\\d ?%; ");
    }

    [Fact]
    public void A_class_whose_pictures_are_all_for_the_test_is_told_so()
    {
        _photos.Add("train/dog", 0, 10).Add("test/dog", 20, 2).Add("test/cat", 100, 3);

        Refusal(() => _photos.Open().Train).Should().StartWith("Class 'cat' of '")
            .And.Contain("has no pictures to train on, 3 for validation and test; add some (");
    }

    [Fact]
    public void What_is_no_folder_of_classes_is_refused_with_what_would_be_right()
    {
        Refusal(() => _photos.Open().Train).Should().EndWith("does not exist; name one that has a folder per class.");
        Directory.CreateDirectory(Path.Combine(_photos.Path, "dog"));
        Refusal(() => _photos.Open().Train).Should().EndWith("has one folder, 'dog' in it; it must have a folder per class, and two classes at least.");
        Directory.CreateDirectory(Path.Combine(_photos.Path, "cat"));
        Refusal(() => _photos.Add("dog", 0, 10).Open().Train).Should().StartWith("Class 'cat' of '").And.Contain("has no pictures to train on");
        Refusal(() => _photos.Add("cat", 100, 1).Open(test: 0.001).Train).Should().Contain("came to be for the test, at a share of 0.001");
        Refusal(() => _photos.Open(folder: "").Train).Should().Be("The data set 'folder' needs a folder of pictures: Data.Folder(\"photos\").");
        Refusal(() => _photos.Add("train/a", 0, 3).Open().Train).Should().Contain("has folders for training beside '");
    }

    private static string Refusal(Func<object> read) => Assert.Throws<InputException>(read).Message;

    private static IEnumerable<int> Reds(LabelledImages images) =>
        Enumerable.Range(0, images.Count).Select(place => (int)images.Pixels.Span[place * images.Shape.Size]);
}
