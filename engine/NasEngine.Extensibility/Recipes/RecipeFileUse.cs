namespace NasEngine.Extensibility.Recipes;

/// <summary>What a file is to the recipe that it was read for.</summary>
internal enum RecipeFileUse : byte
{
    /// <summary>It was compiled in, or the program has it anyway.</summary>
    Read,

    /// <summary>An assembly that the recipe runs with.</summary>
    Library,

    /// <summary>A native library that a library may load.</summary>
    Native,
}
