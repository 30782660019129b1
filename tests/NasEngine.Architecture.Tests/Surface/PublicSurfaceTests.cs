using System.Reflection;
using NasEngine.Contracts;
using NasEngine.Networks;

namespace NasEngine.Architecture.Tests.Surface;

/// <summary>
/// A plugin that was built against the packages of this major version works with all later programs of it: what it may use stays, and
/// what it implements asks for nothing more. The lists beside this are what there was; <c>NASENGINE_WRITE_DOCS=1</c> writes them anew,
/// which is for what was added, and for a new major version.
/// </summary>
public sealed class PublicSurfaceTests
{
    private static readonly Dictionary<string, Assembly> Assemblies = new[] { typeof(IPlugin).Assembly, typeof(NetworksPlugin).Assembly }
        .ToDictionary(assembly => assembly.GetName().Name!);

    public static TheoryData<string> Names => [.. Assemblies.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_plugins_may_have_been_built_against_is_still_there(string name) =>
        Listed(name).Except(PublicSurface.Of(Assemblies[name])).Should().BeEmpty();

    [Theory]
    [MemberData(nameof(Names))]
    public void What_plugins_implement_asks_for_nothing_that_they_lack(string name)
    {
        var listed = Listed(name).ToHashSet();
        var newTypes = PublicSurface.Of(Assemblies[name]).Where(line => line.StartsWith("interface ") || line.StartsWith("class ")).Except(listed)
            .Select(line => line.Split(' ')[1]).ToArray();

        PublicSurface.Of(Assemblies[name]).Where(line => line.StartsWith(PublicSurface.Must)).Except(listed)
            .Where(line => !newTypes.Any(type => line.StartsWith($"{PublicSurface.Must}{type}."))).Should().BeEmpty();
    }

    private static string[] Listed(string name)
    {
        var path = Path.Combine(Repository.Root, "tests", "NasEngine.Architecture.Tests", "Surface", $"{name}.approved.txt");
        if (Environment.GetEnvironmentVariable("NASENGINE_WRITE_DOCS") == "1")
        {
            File.WriteAllLines(path, PublicSurface.Of(Assemblies[name]));
        }

        return File.ReadAllLines(path);
    }
}
