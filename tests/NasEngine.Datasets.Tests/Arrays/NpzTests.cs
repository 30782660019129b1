using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using NasEngine.Contracts;

namespace NasEngine.Datasets.Tests.Arrays;

/// <summary>NumPy's files as data.</summary>
public sealed class NpzTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("nas-npz-").FullName, "d.npz");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public void Images_of_bytes_with_channels_last_are_read_channels_first()
    {
        var data = Open(
            ("x_train", Npy("|u1", "2, 1, 2, 3", 1, 2, 3, 4, 5, 6, 11, 12, 13, 14, 15, 16)), ("y_train", Npy("|u1", "2,", 7, 9)),
            ("x_test", Npy("|u1", "1, 1, 2, 3", 0, 0, 0, 0, 0, 0)), ("y_test", Npy("|u1", "1,", 9)));

        data.Train.Shape.Should().Be(new ImageShape(3, 1, 2));
        data.Train.Pixels.ToArray().Should().Equal(1, 4, 2, 5, 3, 6, 11, 14, 12, 15, 13, 16);
        data.Train.Labels.ToArray().Should().Equal(0, 1);
        data.Test.Labels.ToArray().Should().Equal(1);
        data.ClassNames.Should().Equal("7", "9");
    }

    [Fact]
    public void Rows_of_numbers_and_labels_of_any_type_are_read()
    {
        var values = MemoryMarshal.AsBytes<double>([0.5, -1, 2, 3.25]).ToArray();
        var labels = MemoryMarshal.AsBytes<long>([3, -4]).ToArray();

        var data = Open(
            ("x_train", Npy("<f8", "2, 2", values)), ("y_train", Npy("<i8", "2, 1", labels)),
            ("x_test", Npy("<f8", "2, 2", values)), ("y_test", Npy("<i8", "2,", labels)));

        data.Train.Values.ToArray().Should().Equal(0.5f, -1, 2, 3.25f);
        data.Train.Labels.ToArray().Should().Equal(1, 0);
        data.ClassNames.Should().Equal("-4", "3");
    }

    [Fact]
    public void The_names_of_MedMNIST_are_known_and_its_validation_images_are_kept_to()
    {
        var data = Open(
            ("train_images", Npy("|u1", "2, 1, 1", 1, 2)), ("train_labels", Npy("|u1", "2, 1", 0, 1)), ("val_images", Npy("|u1", "1, 1, 1", 3)),
            ("val_labels", Npy("|u1", "1, 1", 1)), ("test_images", Npy("|u1", "1, 1, 1", 4)), ("test_labels", Npy("|u1", "1, 1", 0)));

        data.Train.Pixels.ToArray().Should().Equal(1, 2, 3);
        data.Train.ValidationCount.Should().Be(1);
        data.Test.Pixels.ToArray().Should().Equal(4);
    }

    [Fact]
    public void Without_a_part_for_the_test_examples_are_for_it_by_what_is_in_them()
    {
        var pixels = Enumerable.Range(0, 100).Select(value => (byte)value).ToArray();
        var data = Open(("x", Npy("|u1", "100, 1, 1", pixels)), ("y", Npy("|u1", "100,", [.. pixels.Select(value => (byte)(value % 2))])));

        data.Train.Pixels.ToArray().Concat(data.Test.Pixels.ToArray()).Order().Should().Equal(pixels);
        data.Test.Count.Should().BeInRange(5, 30);
        data.Test.Pixels.ToArray().Zip(data.Test.Labels.ToArray()).Should().OnlyContain(one => one.First % 2 == one.Second);
    }

    [Fact]
    public void What_it_lacks_is_told()
    {
        Refusal(("a", Npy("|u1", "1,", 1))).Should().Be(
            $"Data file '{_path}' has the arrays a; it must have x_train and y_train, train_images and train_labels, or x and y, and may have the same for val and test.");
        Refusal(("x", Npy("|u1", "2, 1, 1", 1, 2))).Should().Be($"Data file '{_path}' has 'x' and no 'y'; there must be a label for each example.");
        Refusal(("x", Npy("|u1", "2, 1, 1", 1, 2)), ("y", Npy("|u1", "3,", 1, 2, 3))).Should().Contain("there must be one label for each example");
        Refusal(("x", Npy("|u1", "0, 1, 1")), ("y", Npy("|u1", "0,")))
            .Should().Be($"Data file '{_path}' has nothing in 'x', whose shape is (0, 1, 1); there must be examples.");
        Refusal(("x", Npy("|u1", "", 1)), ("y", Npy("|u1", "1,", 1))).Should().Contain("has nothing in 'x', whose shape is ()");
        Refusal(("x", Npy("|u1", "2, 1, 1", 1, 2)), ("y", Npy("|u1", "2,", 5, 5))).Should().Contain("has label 5 only");
        Refusal(("x", Npy("|u1", "2, 1, 1, 2, 7", new byte[28])), ("y", Npy("|u1", "2,", 1, 2))).Should().Contain("examples of 2 × 1 × 1 × 2 × 7");
        Refusal(("x", "no array"u8.ToArray())).Should().Be($"Array 'x.npy' of data file '{_path}' is no array of NumPy.");
        Refusal(("x", Npy("<c8", "1,", new byte[8]))).Should().Contain("says no type of numbers");
        Refusal(("x", Npy("|u1", "99999999999,", 1))).Should().Contain("whose 99999999999 no array has");
        Refusal(("x", Npy("|u1", "65536, 65536, 65536, 65536", 1))).Should().Contain("has 1 bytes for 65536");
        Refusal(("x", Npy("<f9000000", "0,"))).Should().Contain("has values of type f9000000");
        Refusal(("x", Npy("|u1", "2, 0")), ("y", Npy("|u1", "2,", 1, 2))).Should().Contain("has nothing in 'x', whose shape is (2, 0)");
        Refusal(("x", Npy("|u1", "1,", 1)), ("x", Npy("|u1", "1,", 2))).Should().Contain("has two arrays 'x.npy'");
        File.WriteAllText(_path, "no archive");
        FluentActions.Invoking(() => Dataset().Train).Should().Throw<InputException>().WithMessage("*is no whole NPZ file, as numpy.savez writes it.");
    }

    [Fact]
    public void Bytes_to_train_on_and_numbers_to_look_at_are_not_one_data_set()
    {
        (string, byte[]) One(string part, bool numbers) => ("x_" + part, numbers
            ? Npy("<f4", "2, 1, 1", [.. MemoryMarshal.AsBytes<float>([0.5f, 1])])
            : Npy("|u1", "2, 1, 1", 0, 255));
        (string, byte[]) Labels(string part) => ("y_" + part, Npy("|u1", "2,", 0, 1));
        string Told(bool validation, bool test) => Refusal(
            One("train", false), Labels("train"), One("val", validation), Labels("val"), One("test", test), Labels("test"));

        Told(false, true).Should().Be(
            $"Data file '{_path}' has training examples of 1×1×1 bytes and test examples of 1×1×1 numbers; they must be alike.");
        Told(true, false).Should().Be(
            $"Data file '{_path}' has training examples of 1×1×1 bytes and validation examples of 1×1×1 numbers; they must be alike.");
    }

    private string Refusal(params (string Name, byte[] Array)[] arrays) => Assert.Throws<InputException>(() => Open(arrays).Train).Message;

    private NpzDataset Open(params (string Name, byte[] Array)[] arrays)
    {
        File.Delete(_path);
        using (var archive = ZipFile.Open(_path, ZipArchiveMode.Create))
        {
            foreach (var (name, array) in arrays)
            {
                using var entry = archive.CreateEntry(name + ".npy").Open();
                entry.Write(array);
            }
        }

        return Dataset();
    }

    private NpzDataset Dataset() => new(new NpzOptions(new InputFile("data", "data 'npz'", _path), 0.15));

    private static byte[] Npy(string type, string shape, params byte[] values)
    {
        var header = Encoding.ASCII.GetBytes($"{{'descr': '{type}', 'fortran_order': False, 'shape': ({shape}), }}\n");
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, (byte)(header.Length >> 8), .. header, .. values];
    }
}
