using System.Runtime.InteropServices;
using NasEngine.Contracts;

namespace NasEngine.Networks.Natives;

/// <summary>Finds the folder with libtorch's natives.</summary>
internal static class NativesFolder
{
    /// <summary>The variable of the environment that names another folder.</summary>
    public const string Variable = "NASENGINE_NATIVES";

    private const string Mark = "libtorch.so";
    private const string Platform = "linux-x64";

    /// <summary>The folder; an absolute path.</summary>
    /// <exception cref="InputException">There is none, or none for this platform.</exception>
    public static string Find() => Find(
        AppContext.BaseDirectory, Environment.GetEnvironmentVariable(Variable), RuntimeInformation.RuntimeIdentifier,
        PackagedNatives.PackageFolder);

    /// <summary>
    /// The folder for a program in <paramref name="program"/>, or the one that <paramref name="named"/> says: <c>natives</c> beside the
    /// program or above it, or that of the package in NuGet's folder <paramref name="packages"/>.
    /// </summary>
    internal static string Find(string program, string? named, string platform, string packages)
    {
        if (!string.IsNullOrEmpty(named))
        {
            return File.Exists(Path.Combine(named, Mark)) ? Path.GetFullPath(named) : throw new InputException(
                $"{Variable} is '{named}', and there is no {Mark} in it; name the folder with libtorch 2.10 and TorchSharp's library, or "
                + $"unset it.");
        }

        if (!IsSupported(platform))
        {
            throw new InputException(
                $"libtorch's natives are built for {Platform} with glibc and this machine is {platform}; train on such a machine, or name "
                + $"a folder with libtorch 2.10 and TorchSharp's library for this one in {Variable}.");
        }

        return Known(program, packages) ?? throw new InputException(
            $"libtorch's natives are not in a folder 'natives' beside '{program}' or above it, nor in NuGet's folder '{packages}'; build "
            + $"the program again, name their folder in {Variable}, or have 'nas doctor --repair' fetch them.");
    }

    /// <summary>Whether <see cref="Find()"/> finds none, and would take the package's if it were there.</summary>
    internal static bool IsMissing() =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)) && IsSupported(RuntimeInformation.RuntimeIdentifier)
        && Known(AppContext.BaseDirectory, PackagedNatives.PackageFolder) is null;

    private static string? Known(string program, string packages) => Above(program).Select(folder => Path.Combine(folder, "natives"))
        .Append(PackagedNatives.LibtorchFolder(packages)).FirstOrDefault(folder => File.Exists(Path.Combine(folder, Mark)));

    /// <summary>
    /// Whether an identifier is of Linux with glibc on x86-64: <c>linux-x64</c>, or a distribution's such as <c>debian.12-x64</c>.
    /// </summary>
    private static bool IsSupported(string platform) =>
        platform.EndsWith("-x64", StringComparison.Ordinal)
        && !new[] { "musl", "alpine", "win", "osx", "freebsd" }.Any(other => platform.Contains(other, StringComparison.Ordinal));

    private static IEnumerable<string> Above(string program)
    {
        for (var folder = new DirectoryInfo(program); folder is not null; folder = folder.Parent)
        {
            yield return folder.FullName;
        }
    }
}
