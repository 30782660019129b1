namespace TorchSharp;

public enum DeviceType
{
    CPU = 0,
    CUDA = 1,
    MKLDNN = 2,
    MPS = 13,
    META = 14,
}

public static partial class torch
{
    public sealed class Device
    {
        public Device(string description)
        {
            var parts = description.Split(':');
            type = Parse(parts[0]);
            index = parts.Length > 1
                ? int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)
                : -1;
        }

        public Device(string deviceType, int index = -1)
        {
            type = Parse(deviceType);
            this.index = index;
        }

        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        public Device(int index) : this(DeviceType.CUDA, index)
        {
        }

        public DeviceType type { get; }

        public int index { get; }

        public static implicit operator Device(string description) => new(description);

        public override string ToString() =>
            type == DeviceType.CUDA && index >= 0 ? $"cuda:{index}" : type.ToString().ToLowerInvariant();

        private static DeviceType Parse(string name) =>
            Enum.TryParse<DeviceType>(name, ignoreCase: true, out var parsed)
                ? parsed
                : throw new ArgumentException($"'{name}' is no device type: use cpu, cuda or meta.");
    }

    public static readonly Device CPU = new(DeviceType.CPU);
    public static readonly Device CUDA = new(DeviceType.CUDA);
    public static readonly Device MPS = new(DeviceType.MPS);
    public static readonly Device META = new(DeviceType.META);

    private static Device _defaultDevice = CPU;

    public static Device device(string description) => InitializeDevice(new Device(description));

    public static Device device(string deviceType, int index = -1) => InitializeDevice(new Device(deviceType, index));

    public static Device device(DeviceType deviceType, int index = -1) => InitializeDevice(new Device(deviceType, index));

    public static Device device(int index) => new(DeviceType.CUDA, index);

    public static Device get_default_device() => _defaultDevice;

    public static void set_default_device(Device device) => _defaultDevice = device;

    public static void set_default_device(string device) => set_default_device(new Device(device));

    public static Device InitializeDevice(Device? device)
    {
        if (device is not null && device.type != DeviceType.CPU) InitializeDeviceType(device.type);
        return device ?? _defaultDevice;
    }

    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
            throw new InvalidOperationException($"{deviceType} is not available: this libtorch runs on the CPU.");
    }

    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType switch
    {
        DeviceType.CUDA => cuda.is_available(),
        DeviceType.MPS => mps_is_available(),
        _ => true,
    };

    public static bool cuda_is_available() => cuda.is_available();

    public static bool mps_is_available() => false;

    public static partial class cuda
    {
        public static bool is_available() => false;

        public static bool is_cudnn_available() => false;

        public static int device_count() => 0;

        public static void manual_seed(long seed) => torch.manual_seed(seed);

        public static void manual_seed_all(long seed) => torch.manual_seed(seed);

        /// <summary>Waits until the device has done all its work, which on the CPU is always so.</summary>
        public static void synchronize(Device? device = null) => TryInitializeDeviceType(device?.type ?? DeviceType.CUDA);
    }
}
