using NasEngine.Contracts;

namespace NasEngine.Networks.Natives;

/// <summary>
/// TorchSharp's library names the symbol version GLIBCXX_3.4.32 (GCC 13) for <c>std::ios_base_library_init</c>, which nothing in
/// it refers to. A libstdc++ of GCC 12, as Debian 12 has it, lacks that version, and so the loader refuses the library. A copy
/// in which the need of that one version is weak loads, and is the same otherwise.
/// </summary>
internal static class OlderStandardLibrary
{
    private const string Version = "GLIBCXX_3.4.32";

    /// <summary>Makes the copy unless it is there as it should be.</summary>
    /// <param name="library">The library that cannot be loaded.</param>
    /// <param name="folder">Where the copy goes; made when it is not there.</param>
    /// <returns>The copy, or the library itself when that version is not among what it needs.</returns>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public static string Adapt(string library, string folder)
    {
        if (!File.Exists(library))
        {
            return library;
        }

        var content = File.ReadAllBytes(library);
        if (!NeededVersions.Weaken(content, Version))
        {
            return library;
        }

        var copy = Path.Combine(folder, Path.GetFileName(library));
        if (!File.Exists(copy) || !File.ReadAllBytes(copy).AsSpan().SequenceEqual(content))
        {
            Write(copy, content);
        }

        return copy;
    }

    private static void Write(string copy, byte[] content)
    {
        var aside = $"{copy}.{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllBytes(aside, content);
            File.Move(aside, copy, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(aside))
            {
                File.Delete(aside);
            }

            throw new InputException(
                $"This system's libstdc++ lacks {Version}, and the adapted copy '{copy}' cannot be written "
                + $"({Clause.Of(problem.Message)}); run 'nas doctor' once as the user who owns that folder, or install the libstdc++ of "
                + $"GCC 13.",
                problem);
        }
    }
}
