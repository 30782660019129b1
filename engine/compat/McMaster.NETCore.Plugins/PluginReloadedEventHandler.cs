namespace McMaster.NETCore.Plugins;

public delegate void PluginReloadedEventHandler(object sender, PluginReloadedEventArgs eventArgs);
