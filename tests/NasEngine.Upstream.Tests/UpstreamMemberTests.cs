using System.Runtime.CompilerServices;

namespace NasEngine.Upstream.Tests;

/// <summary>
/// What the product uses of the packages that engine/compat stands in for is in the lists under Approved. A list grows only
/// after someone saw that the package has the member with this signature; APPROVE=1 then writes it anew.
/// </summary>
public sealed class UpstreamMemberTests
{
    private static readonly string[] Product =
        [.. Directory.GetFiles(AppContext.BaseDirectory, "NasEngine.*.dll").Where(path => !path.EndsWith(".Tests.dll", StringComparison.Ordinal))];

    [Theory]
    [InlineData("Akka")]
    [InlineData("TorchSharp")]
    [InlineData("MessagePack")]
    [InlineData("McMaster.NETCore.Plugins")]
    public void Only_members_that_were_looked_up_in_the_package_are_used(string package)
    {
        var list = Path.Combine(Folder(), "Approved", package + ".txt");
        var used = UsedMembers.Of(package, Product).ToArray();
        if (Environment.GetEnvironmentVariable("APPROVE") == "1")
        {
            File.WriteAllLines(list, used);
        }

        used.Should().BeEquivalentTo(
            File.ReadAllLines(list),
            $"a new member must exist in {package} itself and a member no longer used must leave the list {list}");
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
