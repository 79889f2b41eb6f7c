/** The version of this contract. Plugins name the range they run with in `plugin.json`. */
export const sdkVersion = '1.0.0';
