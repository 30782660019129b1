namespace NasEngine.Plugins.Conformance;

/// <summary>Marks a method of a class of checks: it returns where all is well, and throws where it is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CheckAttribute : Attribute;
