using NasEngine.Networks.Natives;

namespace NasEngine.Networks.Tests.Natives;

public sealed class NeededVersionsTests
{
    [Fact]
    public void Only_the_version_asked_for_becomes_weak()
    {
        var library = TinyLibrary.Needing(["A_1", "A_2", "A_3"], ["B_1", "A_2"]);

        NeededVersions.Weaken(library, "A_2").Should().BeTrue();

        library.Should().Equal(TinyLibrary.Needing(["A_1", "A_2", "A_3"], ["B_1", "A_2"], weak: "A_2"));
    }

    [Fact]
    public void The_last_version_of_the_last_library_is_found()
    {
        var library = TinyLibrary.Needing(["A_1"], ["B_1", "B_2"]);

        NeededVersions.Weaken(library, "B_2").Should().BeTrue();

        library.Should().Equal(TinyLibrary.Needing(["A_1"], ["B_1", "B_2"], weak: "B_2"));
    }

    [Theory]
    [InlineData("A_11")]
    [InlineData("A_")]
    [InlineData("libfirst.so")]
    public void What_is_not_needed_changes_nothing(string version)
    {
        var library = TinyLibrary.Needing(["A_1"], ["B_1"]);

        NeededVersions.Weaken(library, version).Should().BeFalse();

        library.Should().Equal(TinyLibrary.Needing(["A_1"], ["B_1"]));
    }

    [Fact]
    public void A_file_that_is_cut_off_anywhere_is_no_library()
    {
        var whole = TinyLibrary.Needing(["A_1"], ["B_1"]);
        foreach (var length in Enumerable.Range(0, whole.Length - 64))
        {
            NeededVersions.Weaken(whole.AsSpan(0, length).ToArray(), "B_1").Should().BeFalse();
        }
    }

    [Fact]
    public void What_is_no_library_of_64_bits_is_left_as_it_is() =>
        NeededVersions.Weaken("#!/bin/sh: A_1"u8.ToArray(), "A_1").Should().BeFalse();

    [Fact]
    public void The_real_library_needs_the_version_of_gcc_13_and_a_byte_of_it_changes()
    {
        var real = File.ReadAllBytes(Path.Combine(TorchNatives.Require().Folder, "libLibTorchSharp.so"));
        var weakened = (byte[])real.Clone();

        NeededVersions.Weaken(weakened, "GLIBCXX_3.4.32").Should().BeTrue();

        var changed = Enumerable.Range(0, real.Length).Where(i => real[i] != weakened[i]).ToArray();
        changed.Should().ContainSingle();
        (weakened[changed[0]] ^ real[changed[0]]).Should().Be(0x2);
        NeededVersions.Weaken(weakened, "GLIBCXX_9.9").Should().BeFalse();
    }
}
