namespace NasEngine.Host.Tests.Programs;

/// <summary>A test that mounts a small file system; skipped where this process may not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FullDiskFactAttribute : FactAttribute
{
    public FullDiskFactAttribute()
    {
        if (!SmallDisk.IsPossible)
        {
            Skip = "Mounting a small file system needs root.";
        }
    }
}
