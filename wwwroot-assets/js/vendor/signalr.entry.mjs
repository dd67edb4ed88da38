export { HubConnectionBuilder, HubConnectionState, LogLevel, HttpTransportType } from '@microsoft/signalr';
export { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
