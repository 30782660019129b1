namespace NasEngine.Host.Composition;

/// <summary>Folders of the user outside any workspace.</summary>
internal static class UserFolders
{
    /// <summary>A folder for what can be made again: <c>$XDG_CACHE_HOME/nasengine/NAME</c>, by default under <c>~/.cache</c>.</summary>
    public static string Cache(string name)
    {
        var home = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        var root = string.IsNullOrEmpty(home)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache")
            : home;
        return Path.Combine(root, "nasengine", name);
    }
}
