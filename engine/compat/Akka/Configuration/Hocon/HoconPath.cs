namespace Akka.Configuration.Hocon;

internal static class HoconPath
{
    /// <summary>Splits <c>a.b."c.d"</c> at the dots outside quotes.</summary>
    public static string[] Split(string path)
    {
        if (!path.Contains('"'))
            return path.Split('.', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var keys = new List<string>();
        var (start, quoted) = (0, false);
        for (var i = 0; i <= path.Length; i++)
        {
            if (i < path.Length && path[i] == '"')
                quoted = !quoted;
            if (i < path.Length && (path[i] != '.' || quoted))
                continue;
            var key = path[start..i].Trim().Replace("\"", "");
            if (key.Length > 0)
                keys.Add(key);
            start = i + 1;
        }

        return [.. keys];
    }
}
