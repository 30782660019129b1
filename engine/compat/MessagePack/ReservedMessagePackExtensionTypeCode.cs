namespace MessagePack;

public static class ReservedMessagePackExtensionTypeCode
{
    public const sbyte DateTime = -1;
}
