using NasEngine.Contracts;

namespace NasEngine.Host.Composition;

/// <summary>Folders of the user outside any workspace.</summary>
internal static class UserFolders
{
    /// <summary>
    /// A folder for what can be made again: <c>$XDG_CACHE_HOME/nasengine/NAME</c>, by default under <c>~/.cache</c>.
    /// </summary>
    /// <exception cref="InputException">There is no such place, or the folder cannot be made.</exception>
    public static string Cache(string name)
    {
        var folder = Path.Combine(Root(), "nasengine", name);
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"The cache folder '{folder}' cannot be made ({Clause.Of(problem.Message)}); set XDG_CACHE_HOME to a folder that can be "
                + $"written.", problem);
        }
    }

    private static string Root()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (Path.IsPathRooted(cache))
        {
            return cache;
        }

        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return home.Length > 0
            ? Path.Combine(home, ".cache")
            : throw new InputException("There is no home folder to keep a cache in; set XDG_CACHE_HOME to a folder that can be written.");
    }
}
