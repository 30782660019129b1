using NasEngine.Plugins.Conformance;

namespace NasEngine.Networks.Tests.Supernets;

public sealed class ImportanceRuleConformanceTests : RuleConformance
{
    protected override ISupernetRule Create(SupernetRuleSetup setup) => BuiltInRule.Of("importance", setup);
}

public sealed class UniformRuleConformanceTests : RuleConformance
{
    protected override ISupernetRule Create(SupernetRuleSetup setup) => BuiltInRule.Of("uniform", setup);
}

public sealed class SumRuleConformanceTests : RuleConformance
{
    protected override ISupernetRule Create(SupernetRuleSetup setup) => BuiltInRule.Of("sum", setup);
}

public sealed class SandwichRuleConformanceTests : RuleConformance
{
    protected override ISupernetRule Create(SupernetRuleSetup setup) => BuiltInRule.Of("sandwich", setup);
}

internal static class BuiltInRule
{
    public static ISupernetRule Of(string id, SupernetRuleSetup setup) =>
        PluginParts.Of(new NetworksPlugin()).Create<ISupernetRule, SupernetRuleSetup>(id, setup);
}
