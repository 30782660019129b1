using NasEngine.Contracts;
using NasEngine.Networks.Natives;

namespace NasEngine.Networks.Tests.Natives;

public sealed class OlderStandardLibraryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("nas-natives-").FullName;

    private string Library => Path.Combine(_folder, "lib.so");

    private string Adapted => Path.Combine(_folder, "adapted");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_library_that_needs_the_newer_version_is_copied_with_that_need_weak_and_stays_as_it_is()
    {
        var content = TinyLibrary.Needing(["GLIBCXX_3.4.32"], ["GLIBCXX_3.4"]);
        File.WriteAllBytes(Library, content);

        var copy = OlderStandardLibrary.Adapt(Library, Adapted);

        copy.Should().Be(Path.Combine(Adapted, "lib.so"));
        File.ReadAllBytes(copy).Should().Equal(TinyLibrary.Needing(["GLIBCXX_3.4.32"], ["GLIBCXX_3.4"], weak: "GLIBCXX_3.4.32"));
        File.ReadAllBytes(Library).Should().Equal(content);
        Directory.EnumerateFiles(Adapted).Should().ContainSingle();
    }

    [Fact]
    public void A_library_that_does_not_need_it_is_used_as_it_is()
    {
        File.WriteAllBytes(Library, TinyLibrary.Needing(["GLIBCXX_3.4.30"], ["GLIBC_2.34"]));

        OlderStandardLibrary.Adapt(Library, Adapted).Should().Be(Library);

        Directory.Exists(Adapted).Should().BeFalse();
    }

    [Fact]
    public void A_library_that_is_not_there_is_left_to_the_loader()
    {
        OlderStandardLibrary.Adapt(Library, Adapted).Should().Be(Library);
        Directory.Exists(Adapted).Should().BeFalse();
    }

    [Fact]
    public void A_copy_that_is_right_is_not_written_again()
    {
        File.WriteAllBytes(Library, TinyLibrary.Needing(["GLIBCXX_3.4.32"], ["B"]));
        var copy = OlderStandardLibrary.Adapt(Library, Adapted);
        var before = DateTime.UnixEpoch.AddDays(1);
        File.SetLastWriteTimeUtc(copy, before);

        OlderStandardLibrary.Adapt(Library, Adapted);

        File.GetLastWriteTimeUtc(copy).Should().Be(before);
    }

    [Fact]
    public void A_copy_of_another_version_or_cut_off_is_written_anew()
    {
        File.WriteAllBytes(Library, TinyLibrary.Needing(["GLIBCXX_3.4.32"], ["B"]));
        var copy = OlderStandardLibrary.Adapt(Library, Adapted);
        var right = File.ReadAllBytes(copy);
        File.WriteAllBytes(copy, right[..^1]);

        OlderStandardLibrary.Adapt(Library, Adapted);

        File.ReadAllBytes(copy).Should().Equal(right);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_in_one_sentence()
    {
        File.WriteAllBytes(Library, TinyLibrary.Needing(["GLIBCXX_3.4.32"], ["B"]));
        File.WriteAllText(Adapted, "a file where the folder would be");

        var refused = () => OlderStandardLibrary.Adapt(Library, Adapted);

        refused.Should().Throw<InputException>().WithMessage(
            $"This system's libstdc++ lacks GLIBCXX_3.4.32, and the adapted copy '{Adapted}/lib.so' cannot be written (*); run 'nas doctor' once as the user who owns that folder, or install the libstdc++ of GCC 13.");
    }
}
