namespace NasEngine.Architecture.Tests;

/// <summary>What builds leave on the disk.</summary>
public sealed class OutputTests
{
    private static readonly string Artifacts = Path.Combine(Repository.Root, "artifacts");

    [Fact]
    public void Natives_of_tensors_lie_in_one_folder_and_in_no_projects() =>
        Directory.EnumerateFiles(Path.Combine(Artifacts, "bin"), "*", SearchOption.AllDirectories)
            .Where(file => IsTorchNative(Path.GetFileName(file)))
            .Should().BeEmpty();

    [Fact]
    public void The_one_folder_holds_them() =>
        new[] { "libtorch.so", "libc10.so", "libLibTorchSharp.so" }.Should().OnlyContain(library => File.Exists(Path.Combine(Artifacts, "natives", library)));

    private static bool IsTorchNative(string file) =>
        file.EndsWith(".so", StringComparison.Ordinal)
        && (file.Contains("torch", StringComparison.OrdinalIgnoreCase) || file.StartsWith("libc10", StringComparison.Ordinal));
}
