class C x
