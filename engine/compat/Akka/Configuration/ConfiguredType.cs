namespace Akka.Configuration;

/// <summary>Instances of types that a configuration names.</summary>
internal static class ConfiguredType
{
    public static T Create<T>(string typeName, string path, params object[] arguments) =>
        (T)Activator.CreateInstance(Resolve(typeName, path), arguments);

    public static Type Resolve(string typeName, string path) =>
        Type.GetType(typeName, throwOnError: false)
        ?? throw new ConfigurationException($"'{path}' names the type '{typeName}', which cannot be found; \"Namespace.Type, Assembly\" is the form.");
}
