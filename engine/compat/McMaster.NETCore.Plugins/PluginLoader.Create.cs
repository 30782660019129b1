namespace McMaster.NETCore.Plugins;

public partial class PluginLoader
{
    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, bool isUnloadable, Type[] sharedTypes) =>
        CreateFromAssemblyFile(assemblyFile, isUnloadable, sharedTypes, _ => { });

    public static PluginLoader CreateFromAssemblyFile(
        string assemblyFile, bool isUnloadable, Type[] sharedTypes, Action<PluginConfig> configure) =>
        CreateFromAssemblyFile(
            assemblyFile,
            sharedTypes,
            config =>
            {
                config.IsUnloadable = isUnloadable;
                configure(config);
            });

    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, Type[] sharedTypes) =>
        CreateFromAssemblyFile(assemblyFile, sharedTypes, _ => { });

    public static PluginLoader CreateFromAssemblyFile(
        string assemblyFile, Type[] sharedTypes, Action<PluginConfig> configure) =>
        CreateFromAssemblyFile(
            assemblyFile,
            config =>
            {
                foreach (var assembly in (sharedTypes ?? []).Select(type => type.Assembly).Distinct())
                {
                    config.SharedAssemblies.Add(assembly.GetName());
                }

                configure(config);
            });

    public static PluginLoader CreateFromAssemblyFile(string assemblyFile) =>
        CreateFromAssemblyFile(assemblyFile, _ => { });

    public static PluginLoader CreateFromAssemblyFile(string assemblyFile, Action<PluginConfig> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var config = new PluginConfig(assemblyFile);
        configure(config);
        return new PluginLoader(config);
    }
}
