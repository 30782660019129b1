using Akka.Configuration.Hocon;

namespace Akka.Configuration;

public class ConfigurationFactory
{
    private static readonly Lazy<Config> Reference = new(() => FromResource("Akka.reference.conf", typeof(ConfigurationFactory).Assembly));

    public static Config Empty => Config.Empty;

    /// <summary>The settings every system falls back on.</summary>
    public static Config Default() => Reference.Value;

    public static Config ParseString(string hocon) => new(HoconReferences.Resolve(new HoconParser(hocon).Parse()));

    /// <summary>The application's own settings: none, as there is no App.config to read.</summary>
    public static Config Load() => Config.Empty;

    public static Config FromResource(string resourceName, System.Reflection.Assembly assembly)
    {
        using var stream = assembly.GetManifestResourceStream(resourceName)
            ?? throw new ConfigurationException($"There is no resource '{resourceName}' in {assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        return ParseString(reader.ReadToEnd());
    }
}
