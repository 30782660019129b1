namespace NasEngine.Contracts;

/// <summary>
/// The one public class of a plugin assembly through which it offers its parts. It has a constructor without parameters,
/// and <see cref="Register"/> does nothing but call the registry.
/// </summary>
public interface IPlugin
{
    /// <summary>Names what the plugin offers.</summary>
    void Register(IPluginRegistry registry);
}
