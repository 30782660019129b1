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
        var aside = $"{file.FullName}.{Environment.ProcessId}.tmp";
        try
        {
            using (var stream = File.Create(aside))
            {
                table.Write(stream, format);
            }

            File.Move(aside, file.FullName, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            File.Delete(aside);
            throw new InputException($"The table '{file.FullName}' cannot be written: {problem.Message}", problem);
        }
    }
}
