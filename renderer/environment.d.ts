// What the bundler adds to the language. The class names of a sheet are checked by architecture.test.ts.
declare module '*.module.css'
declare module '*.css'
