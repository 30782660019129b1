using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Host.Commands.Profiling;

/// <summary>The file that a latency table is written to.</summary>
internal static class TableFile
{
    /// <summary>Looked at before anything is measured or read.</summary>
    /// <exception cref="InputException">A table cannot be written there.</exception>
    public static void MustBeWritable(FileInfo file)
    {
        if (file.Directory is not { Exists: true })
        {
            throw new InputException(
                $"The folder '{file.DirectoryName}' of '--to {file.Name}' does not exist; make it, or name another file.");
        }

        if (Directory.Exists(file.FullName))
        {
            throw new InputException($"'--to {file}' is a folder; name a file for the table.");
        }
    }

    /// <summary>Written aside and renamed, so that nobody reads half a table.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(LatencyTable table, LatencyTableFormat format, FileInfo file)
    {
        try
        {
            WholeFile.Write(file.FullName, stream => table.Write(stream, format));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The table '{file.FullName}' cannot be written: {problem.Message}", problem);
        }
    }
}
