using Akka.Configuration.Hocon;

namespace Akka.Configuration;

/// <summary>An immutable tree of settings, read by dotted path.</summary>
public class Config
{
    public static readonly Config Empty = new();

    private readonly HoconObject _root;

    public Config()
        : this(new HoconObject())
    {
    }

    internal Config(HoconObject root) => _root = root;

    public virtual bool IsEmpty => _root.Fields.Count == 0;

    internal IEnumerable<string> Keys => _root.Fields.Keys;

    public virtual bool HasPath(string path) => Find(path) is not null;

    /// <summary>The settings below a path, or null when there are none.</summary>
    public virtual Config GetConfig(string path) => Find(path) is HoconObject found ? new Config(found) : null;

    public virtual string GetString(string path, string @default = null) => Find(path) is HoconText text ? text.Value : @default;

    public virtual bool GetBoolean(string path, bool @default = false) => Find(path) is not HoconText text
        ? @default
        : text.Value switch
        {
            "on" or "true" or "yes" => true,
            "off" or "false" or "no" => false,
            _ => throw Wrong(path, text.Value, "on or off"),
        };

    public virtual int GetInt(string path, int @default = 0) => GetNumber(path, @default, "a whole number");

    public virtual long GetLong(string path, long @default = 0) => GetNumber(path, @default, "a whole number");

    public virtual double GetDouble(string path, double @default = 0) => GetNumber(path, @default, "a number");

    public virtual TimeSpan GetTimeSpan(string path, TimeSpan? @default = null, bool allowInfinite = true)
    {
        if (Find(path) is not HoconText text)
            return @default ?? default;
        return DurationFormat.TryParse(text.Value, allowInfinite, out var duration)
            ? duration
            : throw Wrong(path, text.Value, "a duration such as 5s or 200ms");
    }

    public virtual IList<string> GetStringList(string path) => Find(path) switch
    {
        HoconList list => [.. list.Items.OfType<HoconText>().Select(t => t.Value)],
        HoconText text => [text.Value],
        _ => [],
    };

    /// <summary>These settings, and where there are none the fallback's.</summary>
    public virtual Config WithFallback(Config fallback) => fallback is null ? this : new Config(_root.Over(fallback._root));

    public static implicit operator Config(string str) => ConfigurationFactory.ParseString(str);

    private HoconNode Find(string path) => _root.Find(HoconPath.Split(path));

    private T GetNumber<T>(string path, T @default, string kind)
        where T : struct, ISpanParsable<T>
    {
        if (Find(path) is not HoconText text)
            return @default;
        return T.TryParse(text.Value, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(path, text.Value, kind);
    }

    private static ConfigurationException Wrong(string path, string value, string expected) =>
        new($"'{path}' is '{value}'; it must be {expected}.");
}
