using System.Net;

namespace Monitor.Silo.Probes.Visits;

/// <summary>Looks a host name up, once. Throws <see cref="System.Net.Sockets.SocketException"/> with HostNotFound when there is no such name.</summary>
internal delegate Task<IPAddress[]> ResolveHost(string host, CancellationToken cancel);
